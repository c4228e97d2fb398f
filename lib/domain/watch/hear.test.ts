import { describe, expect, it } from 'vitest';
import { diffPlans } from '../diff/diff-plans';
import { impactOf } from '../impact/impact-of';
import { recipientsOf } from '../impact/recipients-of';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { type People, peopleOf } from '../review/people';
import { classifyPlanDiff } from '../significance/classify-plan-diff';
import { revisionOf } from '../testing/arbitraries';
import { becauseOf } from './because';
import { hearWatches, mutesOf } from './hear';
import { parseTarget, targetText, targetWords, type WatchKind, type WatchLevel, type WatchTarget } from './target';

type Edit = 'nothing' | 'wording' | 'addition' | 'meaning';
interface Side {
  readonly tags: readonly string[];
  readonly category: string;
  readonly owner: { readonly type: 'team' | 'person'; readonly id: string } | null;
  readonly sources: readonly string[];
}
interface Event {
  readonly id: string;
  readonly edit: Edit;
  readonly side: Side;
}
interface Value {
  readonly value: string;
  readonly before: 'absent' | 'there';
  readonly after: 'absent' | 'there' | 'other meaning';
}
interface Watching {
  readonly userId: string;
  readonly target: WatchTarget;
  readonly level: WatchLevel;
}
interface Case {
  readonly people: People;
  readonly events: readonly Event[];
  readonly values: readonly Value[];
  readonly watches: readonly Watching[];
}

const cases = process.env.WAYMARK_LONG ? 20_000 : 2_000;

function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

function caseOf(seed: number): Case {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: roll(most + 1) }, () => pick(from))),
  ];
  const teams = ['tm_1', 'tm_2'];
  const ids = ['us_0', 'us_1', 'us_2'];
  const people = peopleOf(
    ids.map((id) => ({ id, name: `Person ${id}`, role: 'contributor' as const, teamIds: some(teams, 2) })),
    teams.map((id) => ({ id, name: `Team ${id}` })),
  );
  const events = Array.from({ length: 1 + roll(4) }, (_, at) => ({
    id: `ev_${at}`,
    edit: pick<Edit>(['nothing', 'wording', 'addition', 'meaning', 'meaning']),
    side: {
      tags: some(['Orders', 'money'], 2),
      category: pick(['', 'Checkout', 'Account']),
      owner: pick([null, { type: 'team', id: pick(teams) }, { type: 'person', id: pick(ids) }] as const),
      sources: some(['so_1', 'so_2'], 2),
    },
  }));
  const values = ['card', 'paypal', '7'].map(
    (value): Value => ({
      value,
      before: pick(['absent', 'there']),
      after: pick(['absent', 'there', 'other meaning']),
    }),
  );
  const targets: Record<Exclude<WatchKind, 'request'>, () => string> = {
    item: () => pick([...events.map(({ id }) => id), 'pr_1']),
    value: () => `pr_1 ${pick(['card', 'paypal', '"7"', 'cash'])}`,
    tag: () => pick(['orders', 'Money', 'none']),
    category: () => pick(['Checkout', 'account']),
    owner: () => pick([`team:${pick(teams)}`, `person:${pick(ids)}`]),
    source: () => pick(['so_1', 'so_2']),
    filter: () =>
      pick([
        'tag:orders',
        'owner:me',
        'category:checkout tag:money',
        '-tag:orders owner:me',
        'event',
        'kind:event tag:orders',
        'kind:property',
        'changed:<30d tag:orders',
        'changed:>30d owner:me',
        '-changed:>2m owner:me',
      ]),
    plan: () => pick(['pl_1', 'pl_1', 'pl_2']),
  };
  const kinds = Object.keys(targets) as (keyof typeof targets)[];
  const watches = Array.from({ length: roll(9) }, (): Watching => {
    const kind = pick(kinds);
    return {
      userId: pick(ids),
      target: { kind, id: targets[kind]() },
      level: pick(['all', 'all', 'meaning', 'participating', 'none']),
    };
  });
  const key = ({ userId, target }: Watching) => `${userId} ${target.kind} ${target.id}`;
  return { people, events, values, watches: [...new Map(watches.map((one) => [key(one), one])).values()] };
}

/** The plan before or after; the values stand in `pr_1`, which no event carries. */
function planOf({ events, values }: Case, isAfter: boolean): Snapshot {
  const item = (kind: string, id: string, name: string, content: object): Item =>
    itemSchema.parse({ id, kind, namespace: null, name, content });
  const allowed = values.flatMap((one) => {
    const state = isAfter ? one.after : one.before;
    if (state === 'absent') return [];
    return [{ value: one.value, meaning: state === 'there' ? 'As ever.' : 'Something else.' }];
  });
  return snapshotOf(
    'pl_1',
    1,
    [
      item('source', 'so_1', 'iOS', {}),
      item('source', 'so_2', 'Web', {}),
      item('property', 'pr_1', 'method', {
        type: { type: 'string' },
        allowedValues: [{ value: 'other', meaning: 'Anything.' }, ...allowed],
      }),
      item('property', 'pr_2', 'extra', { type: { type: 'string' } }),
      ...events.map(({ id, edit, side }) =>
        item('event', id, `event ${id}`, {
          meaning: isAfter && edit === 'meaning' ? 'It means another thing.' : 'It happened.',
          displayName: isAfter && edit === 'wording' ? 'Said otherwise' : 'Said',
          properties: isAfter && edit === 'addition' ? [{ propertyId: 'pr_2', presence: { kind: 'sometimes' } }] : [],
          ...side,
        }),
      ),
    ].map((one) => revisionOf(one)),
  );
}

/** Who hears what, said plainly and slowly: a set of "person target item". */
function oracle({ people, events, values, watches }: Case, propertySignificance: string | undefined): Set<string> {
  const heard = new Set<string>();
  const loudness = (edit: Edit) => ({ nothing: 0, wording: 0, addition: 1, meaning: 2 })[edit];
  for (const { userId, target, level } of watches) {
    if (level === 'none' || level === 'participating') continue;
    const least = level === 'meaning' ? 2 : 1;
    const person = people.persons.get(userId);
    const mine = ({ owner }: Side) =>
      owner !== null && (owner.type === 'team' ? (person?.teamIds.includes(owner.id) ?? false) : owner.id === userId);
    const has = ({ tags }: Side, tag: string) => tags.some((one) => one.toLowerCase() === tag);
    const fits = ({ id, side }: Event): boolean => {
      if (target.kind === 'plan') return target.id === 'pl_1';
      if (target.kind === 'item') return target.id === id;
      if (target.kind === 'tag') return has(side, target.id.toLowerCase());
      if (target.kind === 'category') return side.category.toLowerCase() === target.id.toLowerCase();
      if (target.kind === 'owner') return side.owner !== null && `${side.owner.type}:${side.owner.id}` === target.id;
      if (target.kind === 'source') return side.sources.includes(target.id);
      if (target.kind !== 'filter') return false;
      // Everything was made forty days ago and is changed today.
      if (target.id === 'kind:property') return false;
      if (target.id === 'changed:<30d tag:orders' || target.id === 'kind:event tag:orders') return has(side, 'orders');
      if (target.id === 'changed:>30d owner:me' || target.id === '-changed:>2m owner:me') return mine(side);
      if (target.id === 'tag:orders') return has(side, 'orders');
      if (target.id === 'owner:me') return mine(side);
      if (target.id === '-tag:orders owner:me') return !has(side, 'orders') && mine(side);
      if (target.id === 'event') return true;
      return side.category === 'Checkout' && has(side, 'money');
    };
    const isQuiet = (itemId: string) =>
      watches.some(
        (one) =>
          one.userId === userId &&
          one.target.kind === 'item' &&
          one.target.id === itemId &&
          (one.level === 'none' || one.level === 'participating'),
      );
    const hear = (itemId: string) => {
      if (!isQuiet(itemId)) heard.add(`${userId} ${targetText(target)} ${itemId}`);
    };
    for (const event of events) if (loudness(event.edit) >= least && fits(event)) hear(event.id);
    // Of the property, whose owner, tags and sources nobody names, its item, its values and the plan.
    const property = { breaking: 2, meaning: 2, additive: 1, editorial: 0 }[propertySignificance ?? 'editorial'] ?? 0;
    const isIt =
      (target.kind === 'item' && target.id === 'pr_1') ||
      (target.kind === 'plan' && target.id === 'pl_1') ||
      (target.kind === 'filter' && target.id === 'kind:property');
    if (isIt && property >= least) hear('pr_1');
    if (target.kind === 'value') {
      for (const one of values) {
        if (target.id !== `pr_1 ${one.value === '7' ? '"7"' : one.value}`) continue;
        const is = one.before === one.after ? 0 : one.before === 'absent' ? 1 : 2;
        if (is >= least) hear('pr_1');
      }
    }
  }
  return heard;
}

describe('hearWatches', () => {
  it(`tells the right people only, by the right watch, in ${cases} generated plans`, { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= cases; seed += 1) {
      const one = caseOf(seed);
      const [before, after] = [planOf(one, false), planOf(one, true)];
      const changes = classifyPlanDiff(before, after, diffPlans(before, after));
      const world = {
        before,
        after,
        people: one.people,
        today: '2026-03-01',
        releasedAt: () => new Date('2026-01-20'),
      };
      const hearings = hearWatches(changes, one.watches, world);
      const got = hearings.flatMap(({ userId, target, itemIds }) =>
        itemIds.map((itemId) => `${userId} ${targetText(target)} ${itemId}`),
      );
      const property = changes.find(({ itemId }) => itemId === 'pr_1')?.significance;
      expect({ seed, one, got: got.sort() }).toEqual({ seed, one, got: [...oracle(one, property)].sort() });
      const reached = impactOf(before, changes, one.watches, '2026-03-01', world).watchers;
      expect(reached.flatMap(({ userId, itemIds }) => itemIds.map((id) => `${userId} ${id}`)).sort()).toEqual(
        [...new Set(hearings.flatMap(({ userId, itemIds }) => itemIds.map((id) => `${userId} ${id}`)))].sort(),
      );
    }
  });

  it('does not tell owners what they muted, and says of the rest why', () => {
    const one: Case = {
      people: peopleOf(
        ['us_0', 'us_1'].map((id) => ({ id, name: id, role: 'contributor' as const, teamIds: [] })),
        [],
      ),
      events: ['ev_0', 'ev_1'].map((id) => ({
        id,
        edit: 'meaning' as const,
        side: { tags: ['Orders'], category: '', owner: { type: 'person' as const, id: 'us_0' }, sources: [] },
      })),
      values: [],
      watches: [
        { userId: 'us_0', target: { kind: 'item', id: 'ev_0' }, level: 'none' },
        { userId: 'us_0', target: { kind: 'tag', id: 'Orders' }, level: 'all' },
        { userId: 'us_1', target: { kind: 'item', id: 'ev_0' }, level: 'participating' },
        { userId: 'us_1', target: { kind: 'plan', id: 'pl_1' }, level: 'all' },
      ],
    };
    const [before, after] = [planOf(one, false), planOf(one, true)];
    const changes = classifyPlanDiff(before, after, diffPlans(before, after));
    const impact = impactOf(before, changes, one.watches, '2026-03-01', { after, people: one.people });
    const isMuted = mutesOf(one.watches).isItemMuted;
    const found = recipientsOf({ impact, silent: [], isMuted }, one.people.persons.values());
    expect(found.map(({ userId, reasons, itemIds }) => [userId, reasons, itemIds])).toEqual([
      ['us_0', ['own', 'watch'], ['ev_1']],
      ['us_1', ['watch'], ['ev_1']],
    ]);
    const hearings = hearWatches(changes, one.watches, { before, after, people: one.people, today: '2026-03-01' });
    const names = (id: string) => after.items.get(id)?.name ?? id;
    expect(becauseOf({ id: 'us_0', teamIds: [] }, new Set(['ev_1']), { impact, hearings }, names)).toEqual([
      { reason: 'own', words: 'You own event ev_1', target: 'ev_1', name: 'event ev_1' },
      { reason: 'watch', words: 'You watch tag Orders', target: 'tag:Orders', name: 'tag Orders' },
    ]);
  });
});

describe('a target', () => {
  const names = (id: string) => ({ pr_1: 'payment_method', us_0: 'Mei', so_1: 'iOS', pl_1: 'Shop' })[id] ?? id;

  it.each<[WatchTarget, string]>([
    [{ kind: 'plan', id: 'pl_1' }, 'the plan Shop'],
    [{ kind: 'item', id: 'pr_1' }, 'payment_method'],
    [{ kind: 'value', id: 'pr_1 pay pal' }, 'value pay pal of payment_method'],
    [{ kind: 'tag', id: 'a:b/c' }, 'tag a:b/c'],
    [{ kind: 'owner', id: 'person:us_0' }, 'what Mei owns'],
    [{ kind: 'source', id: 'so_1' }, 'what iOS sends'],
    [{ kind: 'filter', id: 'tag:x owner:me' }, 'the filter tag:x owner:me'],
  ])('is written, read and said: %o', (target, words) => {
    expect(parseTarget(targetText(target), 'pl_1')).toEqual(target);
    expect(targetWords(target, names)).toBe(words);
  });
});
