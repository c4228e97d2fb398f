import { expect, it } from 'vitest';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest } from '@/lib/features/change-requests/moves';
import { storyOf } from '@/lib/features/channels/story';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona } from '@/lib/features/testing/world';
import { watchTarget } from '@/lib/features/watches/watch-target';
import { prisma } from '@/lib/infra/db/client';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import { must } from '@/lib/kit/must';
import { listInbox } from './list-inbox';
import { tell } from './tell';

async function heard(person: Persona): Promise<InboxEntry['news']> {
  const { items } = must(await listInbox(person.actor, { tab: 'important', limit: 10 }));
  const news = items.find((entry) => entry.news.kind === 'released')?.news;
  if (!news) throw new Error(`${person.name} has heard nothing`);
  return news;
}

it('a deprecation names its successor to who watches it, to who owns a consumer of it, and through what uses it', async () => {
  const world = await createWorld();
  const place = await addPlan(world);
  const { contributor: author, approver, viewer: watcher } = world.people;
  const [reader, ofEvent] = [
    await addPerson(world.workspaceId, 'contributor'),
    await addPerson(world.workspaceId, 'contributor'),
  ];
  const live = { lifecycle: { state: 'live', replacedBy: null } };
  const [oldEvent, newEvent] = [itemOf('event', 'Order Completed', live), itemOf('event', 'Order Paid', live)];
  const [oldProperty, newProperty] = [itemOf('property', 'total', live), itemOf('property', 'revenue', live)];
  const user = itemOf('event', 'Cart Viewed', {
    ...{ ...live, owner: { type: 'person', id: ofEvent.userId } },
    properties: [{ propertyId: oldProperty.id, presence: { kind: 'always' } }],
  });
  const dashboard = itemOf('consumer', 'Sales', {
    ...{ owner: { type: 'person', id: reader.userId }, uses: [{ key: 'a', eventId: oldEvent.id }] },
  });
  await mergeItems(place, [newEvent, oldEvent, newProperty, oldProperty, user, dashboard]);
  must(await watchTarget(watcher.actor, { plan: place.slug, target: oldEvent.id, level: 'meaning' }));

  const deprecated = (item: typeof oldEvent, successor: string) => {
    const { id, kind, namespace, name, content } = item;
    const lifecycle = { state: 'deprecated', replacedBy: successor };
    return { itemId: id, kind, namespace, name, content: { ...content, lifecycle } };
  };
  const items = [deprecated(oldEvent, newEvent.id), deprecated(oldProperty, newProperty.id)];
  const request = must(
    await createChangeRequest(author.actor, {
      ...{ plan: place.slug, title: 'Paid orders count', reason: '', submit: true, items: items as never },
    }),
  );
  const at = { plan: place.slug, number: request.number };
  must(await approveChangeRequest(approver.actor, { ...at, ifMatch: request.lockVersion, covers: null, body: '' }));
  must(await mergeChangeRequest(author.actor, at));
  const jobs = await prisma().$queryRaw<{ payload: TaskPayload<'tell'> }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'tell' and j.payload->>'workspaceId' = ${world.workspaceId} order by j.id`;
  for (const { payload } of jobs) await tell(payload);

  const successor = "deprecated, replaced by 'Order Paid'";
  for (const person of [watcher, reader]) {
    const news = await heard(person);
    expect(news.line).toMatchObject({ name: 'Order Completed', label: 'Lifecycle', before: 'live', after: successor });
    expect(news.items[0]?.sentences.join()).toContain("replaced by 'Order Paid'");
    expect(news.items[0]?.instead).toMatchObject([
      { of: null, itemId: newEvent.id, kind: 'event', name: 'Order Paid' },
    ]);
    expect(news.consequence).toBe('Numbers before and after are not comparable');
  }
  const through = await heard(ofEvent);
  expect(through.items.map(({ name, operation }) => [name, operation])).toEqual([['Cart Viewed', 'affected']]);
  expect(through.items[0]?.sentences.join()).toContain("replaced by 'revenue'");
  expect(through.items[0]?.instead).toMatchObject([{ of: 'total', itemId: newProperty.id, name: 'revenue' }]);
  // What leaves says it too, with the address of what to use.
  const told = storyOf({ news: through, plan: { slug: place.slug, name: 'Shop' }, reasons: ['consumer'] } as never, {
    base: 'https://waymark.example/acme',
    at: new Date(),
    acknowledgeUrl: null,
  });
  expect(told.items[0]?.instead).toEqual([
    { words: 'Use revenue instead of total', url: `https://waymark.example/acme/${place.slug}/properties/revenue` },
  ]);
});
