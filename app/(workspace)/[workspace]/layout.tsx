import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPreferences } from '@/lib/features/preferences/read-preferences';
import { readFrame } from '@/lib/features/workspaces/read-frame';
import { WorkspaceFrame } from './workspace-frame';

interface Props {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

const frameOf = cache(async (workspace: string) => readFrame(await requireActor(workspace)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await params;
  const frame = await frameOf(workspace);
  const name = frame.ok ? frame.value.workspace.name : workspace;
  return { title: { default: `${name} · Waymark`, template: `%s · ${name} · Waymark` } };
}

/** The frame around every page of a workspace, for its members only. */
export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const [frame, preferences] = await Promise.all([frameOf(workspace), readPreferences(actor)]);
  if (!frame.ok || !preferences.ok) notFound();
  return (
    <WorkspaceFrame frame={frame.value} role={actor.role} preferences={preferences.value}>
      {children}
    </WorkspaceFrame>
  );
}
