import { prisma } from '@/lib/infra/db/client';
import { forgetSnapshots, loadSnapshot } from '@/lib/store/snapshot-cache';
import { createLargePlace } from './large-place';
import { atMost, atMostTimes, medianMs, report } from './measure';

/**
 * The plan of 5,000 events and 20,000 uses from PostgreSQL, beside `JSON.parse` of the same content; then from memory. What
 * was parsed is held until the next time, as a snapshot is. Each run begins with an empty young generation, so that it pays for
 * the garbage it makes and not for what the run before left.
 */
export async function benchSnapshot(): Promise<boolean> {
  const { world, planId, snapshot } = await createLargePlace();
  const load = () => loadSnapshot(prisma(), world.workspaceId, planId, 1);
  const { gc } = global;
  if (!gc) throw new Error('the bench needs --expose-gc');
  // What survives twice leaves the young generation.
  const collect = () => {
    gc({ type: 'minor' });
    gc({ type: 'minor' });
  };
  const text = JSON.stringify([...snapshot.items.values()]);
  const held: { value: unknown } = { value: undefined };
  const parse = await medianMs(
    () => {
      held.value = JSON.parse(text);
    },
    45,
    collect,
  );
  held.value = undefined;
  const cold = await medianMs(
    () => {
      forgetSnapshots();
      return load();
    },
    45,
    collect,
  );
  const warm = await medianMs(load, 100);
  return [
    atMostTimes('load of a snapshot of 5,000 events and 20,000 uses', cold, parse, 2, 'ms'),
    atMost('warm read of that snapshot', warm, 1, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}
