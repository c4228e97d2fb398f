import type { Metadata } from 'next';
import { ImportList } from '@/components/imports/import-list';
import { ImportStart } from '@/components/imports/import-start';
import { PageHeader } from '@/components/ui/page-header';
import { includesRole } from '@/lib/domain/access/roles';
import { requireActor } from '@/lib/features/auth/current-actor';

interface Props {
  params: Promise<{ workspace: string; plan: string }>;
}

export const metadata: Metadata = { title: 'Import' };

/** Where a spreadsheet comes in, and where an unfinished import is gone on with. */
export default async function ImportsPage({ params }: Props) {
  const place = await params;
  const actor = await requireActor(place.workspace);
  const unavailable = includesRole(actor.role, 'contributor')
    ? undefined
    : 'Importing needs the role of a contributor; ask an admin';
  return (
    <>
      <PageHeader title="Import" />
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-6 lg:px-6">
        <ImportStart place={place} unavailable={unavailable} />
        <ImportList place={place} />
      </div>
    </>
  );
}
