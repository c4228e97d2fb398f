import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest } from '@/lib/features/change-requests/moves';
import { prisma } from '@/lib/infra/db/client';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { createLargePlace, type LargePlace } from './large-place';
import { atMost, percentile, report } from './measure';
import { watchStatements } from './statements';

const changes = 1_000;
const rounds = 5;

/** Requests of 1,000 changes of meaning merged into the large plan: the whole use case, and how long the plan stays locked. */
export async function benchMergeRequest(): Promise<boolean> {
  const place = await createLargePlace();
  const whole: number[] = [];
  const locked: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const number = await approvedRequest(place, round);
    const statements = watchStatements();
    const start = performance.now();
    const merged = await mergeChangeRequest(place.world.people.contributor.actor, { plan: place.slug, number });
    whole.push(performance.now() - start);
    if (!merged.ok) throw new Error(JSON.stringify(merged.error).slice(0, 500));
    if (merged.value.changes !== changes) throw new Error(`merged ${merged.value.changes} changes`);
    locked.push(statements.between(/"?plans"?[\s\S]*for (no key )?update/i, /^commit/i));
    statements.stop();
  }
  return [
    atMost('merge of 1,000 changes into 5,000 events', percentile(whole, 0.5), 2_000, 'ms'),
    atMost('lock of the plan held by that merge', percentile(locked, 0.5), 700, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}

async function approvedRequest({ world, planId, slug }: LargePlace, round: number): Promise<number> {
  const head = await loadSnapshot(prisma(), world.workspaceId, planId, round);
  const items = itemsOfKind(head, 'event')
    .slice(0, changes)
    .map((event) => ({
      itemId: event.id,
      kind: event.kind,
      namespace: event.namespace,
      name: event.name,
      content: { ...event.content, firesWhen: `${event.content.firesWhen} In round ${round}.` },
    }));
  const { contributor, approver } = world.people;
  const created = await createChangeRequest(contributor.actor, {
    ...{ plan: slug, title: `Round ${round}`, reason: 'To measure', submit: true },
    items: items as never,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.error).slice(0, 500));
  const { number, lockVersion } = created.value;
  const approved = await approveChangeRequest(approver.actor, {
    ...{ plan: slug, number, ifMatch: lockVersion, covers: null, body: '' },
  });
  if (!approved.ok) throw new Error(JSON.stringify(approved.error).slice(0, 500));
  return number;
}
