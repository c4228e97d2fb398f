import { cache } from 'react';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readFrame } from '@/lib/features/workspaces/read-frame';

/** What stands around the pages of a workspace, read once for a page and its title. */
export const frameOf = cache(async (workspace: string) => readFrame(await requireActor(workspace)));

/** What a workspace is called in titles; the part of its address where nobody may know more. */
export async function workspaceTitle(workspace: string): Promise<string> {
  const frame = await frameOf(workspace);
  return frame.ok ? frame.value.workspace.name : workspace;
}
