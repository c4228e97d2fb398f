import { foldName } from '../../kit/fold';
import type { Watcher } from '../impact/impact';
import { fieldValue, type Revision } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { Snapshot } from '../plan/snapshot';
import { factsOf } from '../plan-query/facts';
import { parseFilter } from '../plan-query/filter';
import { type FilterContext, testsOf } from '../plan-query/match';
import type { People } from '../review/people';
import type { ItemChange } from '../significance/classified';
import { targetText, valueParts, type WatchKind, type WatchTarget } from './target';
import { isValueChanged } from './value-changes';

/** What a watch hears of a set of changes. */
export interface Hearing {
  readonly userId: string;
  readonly target: WatchTarget;
  readonly itemIds: readonly string[];
}

/** Where the changes happen. */
export interface HearingWorld {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Who "me" and the owners that a filter names are. */
  readonly people: People;
  /** `2026-03-31`. */
  readonly today: string;
  /** When a release was made, for filters that ask it; without it nothing is known to have changed before. */
  readonly releasedAt?: ((release: number) => Date | undefined) | undefined;
}

/** Whether somebody's filter asks when things last changed, which takes the dates of the plan's releases. */
export function asksWhenChanged(watchers: readonly Pick<Watcher, 'target'>[]): boolean {
  return watchers.some(({ target }) => target.kind === 'filter' && /(^|\s)-?changed:/iu.test(target.id));
}

/** What each watch hears; those that hear nothing are left out. What somebody watches an item less than wholly for, no wider watch of theirs tells. */
export function hearWatches(
  itemChanges: readonly ItemChange[],
  watchers: readonly Watcher[],
  world: HearingWorld,
): Hearing[] {
  const changes = itemChanges.filter((change) => change.significance !== 'editorial');
  const quiet = new Set(
    watchers.flatMap(({ userId, target, level }) =>
      target.kind === 'item' && (level === 'none' || level === 'participating') ? [`${userId} ${target.id}`] : [],
    ),
  );
  const known = new Map<string, readonly string[]>();
  const members = membersOf(changes, new Set(watchers.map(({ target }) => target.kind)), world);
  return watchers.flatMap(({ userId, target, level }): Hearing[] => {
    if (level === 'none' || level === 'participating') return [];
    // Only a filter can mean different things to two people.
    const key = `${level} ${targetText(target)} ${target.kind === 'filter' ? userId : target.id}`;
    const reached = known.get(key) ?? reachedBy(target, level, changes, members, userId, world);
    known.set(key, reached);
    const itemIds = reached.filter((itemId) => !quiet.has(`${userId} ${itemId}`));
    return itemIds.length > 0 ? [{ userId, target, itemIds }] : [];
  });
}

/** What people have muted: an item silences even what they own, a request all that it brings. */
export function mutesOf(watchers: readonly Watcher[]) {
  const muted = new Set(
    watchers.flatMap(({ userId, target, level }) =>
      level === 'none' ? [`${userId} ${target.kind} ${target.id}`] : [],
    ),
  );
  return {
    isItemMuted: (userId: string, itemId: string): boolean => muted.has(`${userId} item ${itemId}`),
    isRequestMuted: (userId: string, requestId: string): boolean => muted.has(`${userId} request ${requestId}`),
  };
}

function reachedBy(
  target: WatchTarget,
  level: 'all' | 'meaning',
  changes: readonly ItemChange[],
  members: ReadonlyMap<string, readonly ItemChange[]>,
  userId: string,
  world: HearingWorld,
): string[] {
  const ids = (found: readonly ItemChange[]) => found.map((change) => change.itemId);
  const audible = (some: readonly ItemChange[]) => (level === 'all' ? some : some.filter(isLoud));
  switch (target.kind) {
    case 'value': {
      const parts = valueParts(target.id);
      return ids(changes.filter((change) => isValueChanged(change, parts, level === 'meaning')));
    }
    // Who watches the whole plan hears of what was edited, not of each item that an edit reaches.
    case 'plan':
      return target.id === world.before.planId
        ? ids(audible(changes).filter((change) => change.operation !== 'affected'))
        : [];
    case 'filter':
      return ids(filtered(audible(changes), target.id, userId, world));
    default:
      return ids(audible(members.get(memberKey(target)) ?? []));
  }
}

const isLoud = ({ significance }: ItemChange) => significance === 'meaning' || significance === 'breaking';

function memberKey({ kind, id }: WatchTarget): string {
  return `${kind} ${kind === 'tag' || kind === 'category' ? foldName(id) : id}`;
}

/** The changes by what their items are and carry, before or after: looked up by many watches, so it is found out once. */
function membersOf(
  changes: readonly ItemChange[],
  watched: ReadonlySet<WatchKind>,
  { before, after }: HearingWorld,
): Map<string, ItemChange[]> {
  const members = new Map<string, ItemChange[]>();
  for (const change of changes) {
    const keys = new Set<string>([memberKey({ kind: 'item', id: change.itemId })]);
    const [was, is] = [before.items.get(change.itemId), after.items.get(change.itemId)];
    for (const item of was === is ? [was] : [was, is]) {
      if (!item) continue;
      for (const target of membershipsOf(item)) if (watched.has(target.kind)) keys.add(memberKey(target));
    }
    for (const key of keys) {
      const known = members.get(key);
      if (known) known.push(change);
      else members.set(key, [change]);
    }
  }
  return members;
}

function membershipsOf(item: Revision): WatchTarget[] {
  const owner = fieldValue(item, 'owner') as Owner | null;
  const targets: WatchTarget[] = item.content.tags.map((id) => ({ kind: 'tag', id }));
  targets.push({ kind: 'source', id: item.id });
  if (owner) targets.push({ kind: 'owner', id: `${owner.type}:${owner.id}` });
  if (item.kind !== 'event') return targets;
  targets.push({ kind: 'category', id: item.content.category ?? '' });
  for (const id of item.content.sources ?? []) targets.push({ kind: 'source', id });
  return targets;
}

function filtered(changes: readonly ItemChange[], text: string, userId: string, world: HearingWorld): ItemChange[] {
  const tests = testsOf(parseFilter(text).filter, contextOf(userId, world));
  if (tests.length === 0) return [];
  const passes = (side: Snapshot, itemId: string, isNew = false) => {
    const [item, facts] = [side.items.get(itemId), factsOf(side).get(itemId)];
    if (item === undefined || facts === undefined) return false;
    const dated = isNew ? { ...item, fromRelease: justNow } : item;
    return tests.every((test) => test(dated, facts));
  };
  // A filter that asks when something last changed asks it of how it was, and of the change that is told.
  return changes.filter(
    ({ itemId, operation }) => passes(world.before, itemId) || passes(world.after, itemId, operation !== 'affected'),
  );
}

/** The release of what changes by what is being told, which may not have been made yet. */
const justNow = Number.MAX_SAFE_INTEGER;

function contextOf(userId: string, { people, today, releasedAt }: HearingWorld): FilterContext {
  const now = new Date(`${today}T00:00:00Z`);
  const teamIds = people.persons.get(userId)?.teamIds ?? [];
  return {
    me: { userId, teamIds },
    ownersNamed: (name) => [
      ...[...people.teams.values()].filter((one) => foldName(one.name) === name).map(({ id }) => `team:${id}`),
      ...[...people.persons.values()].filter((one) => foldName(one.name) === name).map(({ id }) => `person:${id}`),
    ],
    releasedAt: (release) => (release === justNow ? now : releasedAt?.(release)),
    now,
  };
}
