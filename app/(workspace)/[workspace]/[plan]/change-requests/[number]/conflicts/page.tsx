import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ConflictsScreen } from '@/components/change-requests/conflicts-screen';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readConflicts } from '@/lib/features/change-requests/read-conflicts';

export const metadata: Metadata = { title: 'Conflicts · Change requests' };

interface Props {
  params: Promise<{ workspace: string; plan: string; number: string }>;
}

/** Where a request and the plan say different things, field by field. */
export default async function ConflictsPage({ params }: Props) {
  const { workspace, plan, number } = await params;
  const actor = await requireActor(workspace);
  const wanted = Number(number);
  if (!Number.isInteger(wanted) || wanted < 1) notFound();
  const view = await readConflicts(actor, { plan, number: wanted });
  if (!view.ok) notFound();
  return <ConflictsScreen number={wanted} first={view.value} />;
}
