import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { readItem } from '@/lib/features/items/read-item';
import { compareReleases } from '@/lib/features/releases/compare-releases';
import { prisma } from '@/lib/infra/db/client';
import { forgetSnapshots } from '@/lib/store/snapshot-cache';
import { releaseItems } from '@/lib/store/store-fixture';
import { createLargePlace, type LargePlace } from './large-place';
import { atMost, atMostTimes, medianMs, report } from './measure';

const releases = 500;
const changedByEach = 20;
const runs = 15;

/**
 * A plan of 5,000 events whose meanings 500 releases have changed: an item's page as of the first release beside the same page now,
 * from the database and from memory, and what lies between the first release and the last.
 */
export async function benchHistory(): Promise<boolean> {
  const place = await createLargePlace();
  await age(place);
  const collect = global.gc;
  if (!collect) throw new Error('the bench needs --expose-gc');
  const actor = place.world.people.viewer.actor;
  const name = itemsOfKind(place.snapshot, 'event')[7]?.name ?? '';
  const read = async (at?: number) => {
    const found = await readItem(actor, { plan: place.slug, item: name, ...(at ? { at } : {}) });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
  };
  const compare = async () => {
    const found = await compareReleases(actor, { plan: place.slug, from: 1, to: releases + 1 });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
  };
  const forget = () => {
    forgetSnapshots();
    collect();
  };
  const coldNow = await medianMs(() => read(), runs, forget);
  const coldThen = await medianMs(() => read(1), runs, forget);
  const warmNow = await medianMs(() => read(), runs * 5);
  const warmThen = await medianMs(() => read(1), runs * 5);
  const coldCompare = await medianMs(compare, runs, forget);
  const warmCompare = await medianMs(compare, runs);
  return [
    atMostTimes(`an item as of ${releases} releases back, plan read from the database`, coldThen, coldNow, 2, 'ms'),
    atMostTimes(`an item as of ${releases} releases back, plan in memory`, warmThen, warmNow, 2, 'ms'),
    atMost(`comparison of releases 1 and ${releases + 1}, plans read from the database`, coldCompare, 300, 'ms'),
    atMost(`comparison of releases 1 and ${releases + 1}, plans in memory`, warmCompare, 300, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}

/** Five hundred releases, each with another sentence for twenty events. */
async function age({ world, planId, snapshot }: LargePlace): Promise<void> {
  const place = { workspaceId: world.workspaceId, planId, userId: world.people.admin.userId };
  const events = itemsOfKind(snapshot, 'event');
  for (let release = 0; release < releases; release += 1) {
    const first = (release * changedByEach) % events.length;
    const changed = events.slice(first, first + changedByEach).map(({ id, kind, namespace, name, content }) => ({
      ...{ id, kind, namespace, name },
      content: { ...content, meaning: `What it means since release ${release + 2}: ${content.meaning}` },
    }));
    await releaseItems(
      place,
      changed,
      changed.map(({ id }) => id),
    );
  }
  // What the database does by itself a minute after so much was written.
  await prisma().$executeRaw`vacuum analyze`;
}
