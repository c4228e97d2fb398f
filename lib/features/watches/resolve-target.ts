import 'server-only';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { formatFilter, parseFilter } from '@/lib/domain/plan-query/filter';
import { parseTarget, valueParts, type WatchKind, type WatchTarget } from '@/lib/domain/watch/target';
import { valueKeyOf } from '@/lib/domain/watch/value-changes';
import type { Tx } from '@/lib/infra/db/transaction';
import { foldName } from '@/lib/kit/fold';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequestById } from '@/lib/store/change-requests';
import { readItemIdentity } from '@/lib/store/items';
import { readOwnerNames } from '@/lib/store/owner-names';
import type { Plan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';

export type TargetError =
  | { readonly code: 'item.not-found' | 'change-request.not-found' }
  | { readonly code: 'watch.no-such-target' | 'watch.filter-unusable'; readonly detail: string };
type Resolved = Result<WatchTarget, TargetError>;

/** An index row holds no more. */
const longestId = 600;

/** A target from its address, spelled as the plan spells it; an error in words when the plan has nothing of the kind. */
export async function resolveTarget(tx: Tx, plan: Plan, text: string): Promise<Resolved> {
  const target = parseTarget(text, plan.id);
  if (target.id.length > longestId) return missing(`That is longer than ${longestId} characters.`);
  return checks[target.kind](target, plan, tx);
}

type Check = (target: WatchTarget, plan: Plan, tx: Tx) => Promise<Resolved>;

const checks: Record<WatchKind, Check> = {
  plan: async (target) => ok(target),
  item: async (target, plan, tx) =>
    (await readItemIdentity(tx, plan.workspaceId, target.id))?.planId === plan.id
      ? ok(target)
      : err({ code: 'item.not-found' }),
  request: async (target, plan, tx) =>
    (await readChangeRequestById(tx, plan.workspaceId, target.id))?.planId === plan.id
      ? ok(target)
      : err({ code: 'change-request.not-found' }),
  tag: async (target, plan, tx) => {
    const found = spelled(await head(plan, tx), target.id, (item) => item.content.tags);
    return found === undefined
      ? missing(`Nothing in this plan has the tag "${target.id}".`)
      : ok({ ...target, id: found });
  },
  category: async (target, plan, tx) => {
    const found = spelled(await head(plan, tx), target.id, (item) =>
      item.kind === 'event' ? [item.content.category] : [],
    );
    return found === undefined
      ? missing(`No event of this plan is in the category "${target.id}".`)
      : ok({ ...target, id: found });
  },
  source: async (target, plan, tx) =>
    (await head(plan, tx)).items.get(target.id)?.kind === 'source'
      ? ok(target)
      : missing('This plan has no such source.'),
  owner: async (target, plan, tx) => {
    const { nameOfKey } = await readOwnerNames(tx, plan.workspaceId);
    return nameOfKey(target.id) === target.id
      ? missing('Name an owner as person: or team: with their id; this workspace has no such owner.')
      : ok(target);
  },
  value: async (target, plan, tx) => {
    const { propertyId, value } = valueParts(target.id);
    const property = (await head(plan, tx)).items.get(propertyId);
    if (property?.kind !== 'property')
      return missing('Name a property of this plan by its id, then a space and the value.');
    const isAllowed = property.content.allowedValues?.some((one) => valueKeyOf(one.value) === value) ?? false;
    return isAllowed ? ok(target) : missing(`"${value}" is not an allowed value of ${qualifiedName(property)}.`);
  },
  filter: async (target) => {
    const { filter, issues } = parseFilter(target.id);
    const [issue] = issues;
    if (issue) return unusable(issue.message);
    if (filter.terms.length + filter.words.length === 0)
      return unusable('Say what to filter by; to hear of everything, watch the plan.');
    return ok({ ...target, id: formatFilter(filter) });
  },
};

function head(plan: Plan, tx: Tx): Promise<Snapshot> {
  return loadSnapshot(tx, plan.workspaceId, plan.id, plan.headRelease);
}

type Item = Snapshot['items'] extends ReadonlyMap<string, infer I> ? I : never;

/** A word as the plan first spells it. */
function spelled(snapshot: Snapshot, word: string, textsOf: (item: Item) => readonly string[]): string | undefined {
  const folded = foldName(word);
  if (folded === '') return undefined;
  for (const item of snapshot.items.values()) {
    const found = textsOf(item).find((text) => foldName(text) === folded);
    if (found !== undefined) return found;
  }
  return undefined;
}

function missing(detail: string): Resolved {
  return err({ code: 'watch.no-such-target', detail });
}

function unusable(detail: string): Resolved {
  return err({ code: 'watch.filter-unusable', detail });
}
