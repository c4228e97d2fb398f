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
import { targetText, valueParts, type WatchTarget } from './target';
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
  return watchers.flatMap(({ userId, target, level }): Hearing[] => {
    if (level === 'none' || level === 'participating') return [];
    // Only a filter can mean different things to two people.
    const key = `${level} ${targetText(target)} ${target.kind === 'filter' ? userId : target.id}`;
    const reached = known.get(key) ?? reachedBy(target, level, changes, userId, world);
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
  userId: string,
  world: HearingWorld,
): string[] {
  const ids = (found: readonly ItemChange[]) => found.map((change) => change.itemId);
  if (target.kind === 'value') {
    const parts = valueParts(target.id);
    return ids(changes.filter((change) => isValueChanged(change, parts, level === 'meaning')));
  }
  const isLoud = ({ significance }: ItemChange) => significance === 'meaning' || significance === 'breaking';
  const audible = level === 'all' ? changes : changes.filter(isLoud);
  if (target.kind === 'item') return ids(audible.filter((change) => change.itemId === target.id));
  // Who watches the whole plan hears of what was edited, not of each item that an edit reaches.
  if (target.kind === 'plan')
    return target.id === world.before.planId ? ids(audible.filter((change) => change.operation !== 'affected')) : [];
  const isOf = memberTest(target, userId, world);
  return ids(
    audible.filter((change) =>
      [world.before, world.after].some((side) => {
        const item = side.items.get(change.itemId);
        return item !== undefined && isOf(item, side);
      }),
    ),
  );
}

type MemberTest = (item: Revision, side: Snapshot) => boolean;

function memberTest({ kind, id }: WatchTarget, userId: string, world: HearingWorld): MemberTest {
  const folded = foldName(id);
  switch (kind) {
    case 'tag':
      return (item) => item.content.tags.some((tag) => foldName(tag) === folded);
    case 'category':
      return (item) => item.kind === 'event' && foldName(item.content.category ?? '') === folded;
    case 'owner':
      return (item) => {
        const owner = fieldValue(item, 'owner') as Owner | null;
        return owner !== null && `${owner.type}:${owner.id}` === id;
      };
    case 'source':
      return (item) => item.id === id || (item.kind === 'event' && (item.content.sources ?? []).includes(id));
    case 'filter': {
      const { filter } = parseFilter(id);
      const tests = testsOf(filter, contextOf(userId, world));
      if (tests.length === 0) return () => false;
      return (item, side) => {
        const facts = factsOf(side).get(item.id);
        return facts !== undefined && tests.every((test) => test(item, facts));
      };
    }
    default:
      return () => false;
  }
}

function contextOf(userId: string, { people, today }: HearingWorld): FilterContext {
  const teamIds = people.persons.get(userId)?.teamIds ?? [];
  return {
    me: { userId, teamIds },
    ownersNamed: (name) => [
      ...[...people.teams.values()].filter((one) => foldName(one.name) === name).map(({ id }) => `team:${id}`),
      ...[...people.persons.values()].filter((one) => foldName(one.name) === name).map(({ id }) => `person:${id}`),
    ],
    // A watch hears of changes as they come, so it cannot ask when the last one was.
    releasedAt: () => undefined,
    now: new Date(`${today}T00:00:00Z`),
  };
}
