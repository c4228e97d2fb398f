import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import { PageHeader } from '@/components/ui/page-header';
import { requireActor } from '@/lib/features/auth/current-actor';

interface Props {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** The settings' header and their sections beside the open one. */
export default async function SettingsLayout({ params, children }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-6 px-4 py-6 lg:flex-row lg:gap-12 lg:px-6">
        <SettingsNav workspace={workspace} role={actor.role} />
        <div className="flex min-w-0 max-w-4xl flex-1 flex-col gap-12">{children}</div>
      </div>
    </>
  );
}
