import { lint } from '@/lib/domain/conventions/lint';
import { nearDuplicatesOf } from '@/lib/domain/conventions/near-duplicates-of';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { snapshotOf } from '@/lib/domain/plan/snapshot';
import { asRevision, largeItems } from './large-plan';
import { atMost, medianMs, report } from './measure';

/** Names that are close to a typed one while somebody types it, and the conventions of a whole plan of 5,000 events. */
export async function benchConventions(): Promise<boolean> {
  const revisions = largeItems().map(asRevision);
  const snapshot = snapshotOf('pl_large', 1, revisions);
  const [known] = [...snapshot.items.values()].filter(({ kind }) => kind === 'event');
  if (!known || nearDuplicatesOf(`${known.name}s`, snapshot).length === 0) throw new Error('no name is near another');
  let typed = 0;
  const near = await medianMs(() => {
    typed += 1;
    return nearDuplicatesOf(`${known.name} ${typed}`, snapshot);
  }, 31);
  // As after a release: nobody has asked the plan anything yet.
  const plans = Array.from({ length: 6 }, () => snapshotOf('pl_large', 1, revisions));
  const whole = await medianMs(() => lint(plans.pop() ?? snapshot, defaultConventions), 5);
  return [
    atMost('names close to a typed one, among 5,000 events', near, 50, 'ms'),
    atMost('the conventions of a plan of 5,000 events, just after a release', whole, 1_000, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}
