import 'server-only';
import { sign } from '@/lib/infra/auth/seal';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { readNotification } from '@/lib/store/notifications';
import { addNews } from './news';
import type { Persona, World } from './world';

/** The signed part of a link that a message about a person's news would carry. */
export async function signedLink(world: World, person: Persona, until = now().getTime() + 60_000): Promise<string> {
  const row = await readNotification(prisma(), world.workspaceId, person.userId, await addNews(world, person));
  return sign('acknowledge', JSON.stringify([world.workspaceId, person.userId, row?.subjectKey, until]));
}
