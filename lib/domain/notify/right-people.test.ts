import { describe, expect, it } from 'vitest';
import { diffPlans } from '../diff/diff-plans';
import { impactOf } from '../impact/impact-of';
import { recipientsOf } from '../impact/recipients-of';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { classifyPlanDiff } from '../significance/classify-plan-diff';
import { revisionOf } from '../testing/arbitraries';
import { type ChannelRule, channelFilterSchema } from './channel';
import { factsOf } from './facts';
import { routeNews } from './route-news';

/** What a generated merge does to one item. */
type Edit = 'nothing' | 'wording' | 'addition' | 'meaning' | 'rename' | 'rename and meaning';
const edits: readonly Edit[] = ['nothing', 'nothing', 'wording', 'addition', 'meaning', 'rename', 'rename and meaning'];

interface Watching {
  readonly userId: string;
  readonly target: { readonly kind: 'item' | 'plan'; readonly id: string };
  readonly level: 'all' | 'meaning' | 'none';
}
type Owner = { readonly type: 'team' | 'person'; readonly id: string } | null;

interface GeneratedEvent {
  readonly id: string;
  readonly edit: Edit;
  readonly owner: Owner;
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly usesShared: boolean;
}

/** An organisation, what one merge does to its plan, and who wants to hear by what. */
interface Organisation {
  readonly people: readonly { readonly id: string; readonly teamIds: readonly string[] }[];
  readonly events: readonly GeneratedEvent[];
  /** The property that events share. */
  readonly shared: { readonly owner: Owner; readonly hasNewMeaning: boolean };
  readonly consumers: readonly { readonly owner: Owner; readonly eventId: string; readonly isRetired: boolean }[];
  readonly watches: readonly Watching[];
  readonly channels: readonly ChannelRule[];
  readonly silent: readonly string[];
}

/** In the long form as many as were promised. */
const organisations = process.env.WAYMARK_LONG ? 20_000 : 4_000;

const sharedId = 'pr_1';

/** Numbers below `n` that follow from a seed (mulberry32). */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

function organisationOf(seed: number): Organisation {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: roll(most + 1) }, () => pick(from))),
  ];
  const teams = ['tm_1', 'tm_2', 'tm_3'];
  const people = Array.from({ length: 2 + roll(6) }, (_, at) => ({ id: `us_${at}`, teamIds: some(teams, 2) }));
  // Some who own, watch or listen have left.
  const ids = [...people.map(({ id }) => id), 'us_gone'];
  const owner = (): Owner =>
    pick([null, { type: 'team', id: pick(teams) }, { type: 'person', id: pick(ids) }] as const);
  const events = Array.from({ length: 1 + roll(5) }, (_, at) => ({
    id: `ev_${at}`,
    edit: pick(edits),
    owner: owner(),
    tags: some(['orders', 'money', 'people'], 2),
    sources: some(['so_1', 'so_2'], 2),
    usesShared: roll(2) === 0,
  }));
  const itemIds = [...events.map(({ id }) => id), sharedId];
  return {
    people,
    events,
    shared: { owner: owner(), hasNewMeaning: roll(4) === 0 },
    consumers: Array.from({ length: roll(4) }, () => ({
      owner: owner(),
      eventId: pick(events).id,
      isRetired: roll(5) === 0,
    })),
    watches: uniqueBy(
      Array.from(
        { length: roll(8) },
        (): Watching => ({
          userId: pick(ids),
          target: roll(4) === 0 ? { kind: 'plan', id: 'pl_1' } : { kind: 'item', id: pick(itemIds) },
          level: pick(['all', 'all', 'meaning', 'none']),
        }),
      ),
      (watch) => `${watch.userId} ${watch.target.id}`,
    ),
    channels: Array.from({ length: roll(9) }, (_, at) => ({
      id: `cn_${at}`,
      userId: roll(2) === 0 ? null : pick(ids),
      pace: pick(['each', 'urgent', 'digest', 'urgent-only']),
      state: pick(['active', 'active', 'active', 'paused', 'disabled']),
      filter: channelFilterSchema.parse({
        significances: some(['breaking', 'meaning', 'additive', 'editorial'], 2),
        plans: pick([[], [], [], ['pl_1'], ['pl_other']]),
        owners: roll(3) === 0 ? some([...teams, ...ids], 2) : [],
        tags: roll(3) === 0 ? some(['orders', 'money', 'none'], 2) : [],
        sources: roll(3) === 0 ? some(['so_1', 'so_2'], 1) : [],
        events: pick([['released'], ['released', 'review-asked'], ['review-asked']]),
      }),
    })),
    silent: some(ids, 2),
  };
}

function uniqueBy<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

/** What the product does: its own rules from the two states of the plan to what goes out. */
function routedBy(org: Organisation) {
  const [before, after] = [planOf(org, false), planOf(org, true)];
  const changes = classifyPlanDiff(before, after, diffPlans(before, after));
  const impact = impactOf(before, changes, org.watches, '2026-03-01');
  const personal = recipientsOf({ impact, silent: org.silent }, org.people).map((one) => ({
    ...one,
    kind: 'released',
  }));
  return routeNews(org.channels, personal, {
    planId: 'pl_1',
    kind: 'released',
    facts: factsOf(changes, before, after),
  });
}

function planOf(org: Organisation, isAfter: boolean): Snapshot {
  const item = (kind: string, id: string, name: string, content: object): Item =>
    itemSchema.parse({ id, kind, namespace: null, name, content });
  const eventItem = (event: GeneratedEvent): Item => {
    const edit = isAfter ? event.edit : 'nothing';
    const uses = [...(event.usesShared ? [sharedId] : []), ...(edit === 'addition' ? ['pr_2'] : [])];
    return item('event', event.id, edit.startsWith('rename') ? `${event.id} renamed` : event.id, {
      meaning: edit.endsWith('meaning') ? 'Something else.' : 'Something.',
      purpose: edit === 'wording' ? 'Said better.' : '',
      owner: event.owner,
      tags: event.tags,
      sources: event.sources,
      properties: uses.map((propertyId) => ({ propertyId, presence: { kind: 'sometimes' } })),
    });
  };
  const meaning = isAfter && org.shared.hasNewMeaning ? 'In cents.' : 'In euros.';
  const items = [
    item('source', 'so_1', 'iOS', {}),
    item('source', 'so_2', 'backend', {}),
    item('property', sharedId, 'revenue', { meaning, owner: org.shared.owner }),
    item('property', 'pr_2', 'coupon', {}),
    ...org.events.map(eventItem),
    ...org.consumers.map(({ owner, eventId, isRetired }, at) =>
      item('consumer', `co_${at}`, `Board ${at}`, {
        owner,
        uses: [{ key: 'a', eventId }],
        lifecycle: { state: isRetired ? 'retired' : 'live' },
      }),
    ),
  ];
  return snapshotOf(
    'pl_1',
    1,
    items.map((one) => revisionOf(one)),
  );
}

/** What happens to one item, said plainly and apart from the rules: what people would say it is. */
interface Plain {
  readonly id: string;
  readonly owner: Owner;
  readonly tags: readonly string[];
  readonly sources: readonly string[];
  readonly classes: readonly string[];
  /** Its own text changed, not only that of the property it uses. */
  readonly isEdited: boolean;
}

const classesOf: Record<Edit, readonly string[]> = {
  nothing: [],
  wording: ['editorial'],
  addition: ['additive'],
  meaning: ['meaning'],
  rename: ['breaking'],
  'rename and meaning': ['breaking', 'meaning'],
};

function plainly(org: Organisation): Plain[] {
  const events = org.events.map(({ id, owner, tags, sources, edit, usesShared }) => {
    const reached = usesShared && org.shared.hasNewMeaning ? ['meaning'] : [];
    return { id, owner, tags, sources, classes: [...classesOf[edit], ...reached], isEdited: edit !== 'nothing' };
  });
  const classes = org.shared.hasNewMeaning ? ['meaning'] : [];
  const shared = {
    id: sharedId,
    owner: org.shared.owner,
    tags: [],
    sources: [],
    classes,
    isEdited: classes.length > 0,
  };
  return [...events, shared].filter((one) => one.classes.length > 0);
}

/** Who must hear by what: asked person by person and channel by channel, without any index. */
function oracle(org: Organisation): Map<string, string> {
  const all = plainly(org);
  const isNews = (one: Plain) => one.classes.some((name) => name !== 'editorial');
  const isHard = (one: Plain) => one.classes.includes('meaning') || one.classes.includes('breaking');
  const out = new Map<string, string>();
  for (const channel of org.channels) {
    if (channel.state !== 'active') continue;
    const { filter, pace } = channel;
    let heard: Plain[];
    if (channel.userId === null) {
      const names = filter.owners.length + filter.tags.length + filter.sources.length > 0;
      heard = all.filter(
        (one) =>
          (one.isEdited || names) &&
          (filter.significances.length === 0 || filter.significances.some((wanted) => one.classes.includes(wanted))) &&
          (filter.owners.length === 0 || filter.owners.includes(one.owner?.id ?? '')) &&
          (filter.tags.length === 0 || filter.tags.some((tag) => one.tags.includes(tag))) &&
          (filter.sources.length === 0 || filter.sources.some((source) => one.sources.includes(source))),
      );
      if (!filter.events.includes('released') || filter.plans.includes('pl_other')) heard = [];
    } else {
      const person = org.people.find(({ id }) => id === channel.userId);
      if (!person || org.silent.includes(person.id)) continue;
      const isTheirs = (owner: Owner) =>
        owner !== null && (owner.type === 'person' ? owner.id === person.id : person.teamIds.includes(owner.id));
      const level = (id: string) =>
        org.watches.find((watch) => watch.userId === person.id && watch.target.id === id)?.level;
      const feels = (watched: Watching['level'] | undefined, one: Plain) =>
        watched === 'all' || (watched === 'meaning' && isHard(one));
      const reads = (one: Plain) =>
        org.consumers.some(
          ({ owner, eventId, isRetired }) =>
            !isRetired &&
            isTheirs(owner) &&
            ((eventId === one.id &&
              classesOf[org.events.find(({ id }) => id === one.id)?.edit ?? 'nothing'].some(
                (name) => name === 'meaning' || name === 'breaking',
              )) ||
              (one.id === sharedId && org.events.some(({ id, usesShared }) => id === eventId && usesShared))),
        );
      heard = all.filter(
        (one) =>
          isNews(one) &&
          (isTheirs(one.owner) ||
            reads(one) ||
            feels(level(one.id), one) ||
            (one.isEdited && level(one.id) !== 'none' && feels(level('pl_1'), one))),
      );
    }
    if (heard.length === 0) continue;
    const isUrgent = heard.some((one) => one.classes.includes('meaning'));
    if (pace === 'urgent-only' && !isUrgent) continue;
    const isAtOnce = pace === 'each' || (isUrgent && pace !== 'digest');
    const timing = isAtOnce ? 'instant' : 'digest';
    const items = channel.userId === null ? heard.map(({ id }) => id).sort() : [];
    out.set(channel.id, `${timing} ${items}`);
  }
  return out;
}

describe('news of a release', () => {
  it('goes to the right people by the right channels, once, whatever the organisation', () => {
    const seen = { instant: 0, digest: 0, personal: 0, open: 0 };
    for (let seed = 1; seed <= organisations; seed += 1) {
      const org = organisationOf(seed);
      const routed = routedBy(org);
      const got = new Map(routed.map((one) => [one.channelId, `${one.timing} ${[...(one.itemIds ?? [])].sort()}`]));
      expect(got.size).toBe(routed.length);
      const expected = oracle(org);
      if (JSON.stringify([...got]) !== JSON.stringify([...expected]))
        expect({ seed, org, got: [...got] }).toEqual({ seed, org, got: [...expected] });
      for (const { timing, userId } of routed) {
        seen[timing] += 1;
        seen[userId === null ? 'open' : 'personal'] += 1;
      }
    }
    // The organisations are such that every kind of answer is common.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(organisations / 5);
  }, 120_000);
});
