import { cache } from 'react';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readFrame } from '@/lib/features/workspaces/read-frame';

/** What stands around the pages of a workspace, read once for a page and its title. */
export const frameOf = cache(async (workspace: string) => readFrame(await requireActor(workspace)));
