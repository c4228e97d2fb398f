import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPreferences } from '@/lib/features/preferences/read-preferences';
import { frameOf, workspaceTitle } from './frame-of';
import { WorkspaceFrame } from './workspace-frame';

interface Props {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await params;
  const name = await workspaceTitle(workspace);
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
