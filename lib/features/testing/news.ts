import 'server-only';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { addNotifications, listNotifications } from '@/lib/store/notifications';
import { addPlan } from './plan';
import type { Persona, World } from './world';

/** A piece of news in a person's inbox. @returns its id */
export async function addNews(world: World, person: Persona): Promise<string> {
  const { planId } = await addPlan(world);
  const payload = {
    ...{ kind: 'approved', important: true, actor: 'Ana', words: 'approved it', release: null, significance: null },
    ...{ request: { number: 1, title: 'Orders', reason: '' }, consequence: '', line: null, items: [], omitted: 0 },
  };
  const subjectKey = newId('x');
  await addNotifications(prisma(), world.workspaceId, [
    {
      userId: person.userId,
      planId,
      changeRequestId: null,
      release: null,
      subjectKey,
      reasons: ['author'],
      payload,
      at: now(),
    },
  ]);
  const { items } = await listNotifications(
    prisma(),
    world.workspaceId,
    person.userId,
    { tab: 'inbox' },
    { limit: 200 },
    now(),
  );
  const added = items.find((row) => row.subjectKey === subjectKey);
  if (!added) throw new Error('the news did not arrive');
  return added.id;
}
