import { describe, expect, it } from 'vitest';
import type { Item, Revision } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import type { ItemKind } from '../plan/kinds/define';
import { snapshotOf } from '../plan/snapshot';
import { factsOf } from './facts';
import { parseFilter } from './filter';
import type { FilterContext } from './match';
import { queryItems } from './query-items';
import { carriersOf, resolvedUses } from './resolved-uses';

function revision(kind: ItemKind, id: string, name: string, content: object, fromRelease = 1): Revision {
  const item = { id, kind, namespace: null, name, content: contents[kind].parse(content) } as Item;
  return {
    ...item,
    revisionId: `re_${id}`,
    version: { major: 1, minor: 0, patch: 0 },
    digest: id,
    fromRelease,
  } as Revision;
}

const snapshot = snapshotOf('pl_1', 3, [
  revision('source', 'so_web', 'web', { runtime: 'client' }),
  revision('property', 'pr_mail', 'email', { dataClass: { class: 'personal', kind: 'e-mail' } }),
  revision('property', 'pr_plan', 'plan', { dataClass: { class: 'none', kind: '' } }),
  revision('property-group', 'pg_acc', 'account', {
    properties: [{ propertyId: 'pr_mail' }, { propertyId: 'pr_plan', note: 'from the group' }],
  }),
  revision('event', 'ev_a', 'Signup Completed', {
    meaning: 'A person has an account',
    stage: 'Acquisition',
    owner: { type: 'team', id: 'tm_growth' },
    sources: ['so_web'],
    groups: ['pg_acc'],
    properties: [{ propertyId: 'pr_plan', note: 'its own' }],
    tags: ['core'],
  }),
  revision(
    'event',
    'ev_b',
    'order completed',
    { stage: 'revenue', owner: { type: 'person', id: 'us_ana' }, reviewBy: '2026-01-01' },
    3,
  ),
  revision('event', 'ev_c', 'Cart Viewed', { lifecycle: { state: 'live' } }, 2),
  revision('consumer', 'co_1', 'Funnel', { uses: [{ key: '1', eventId: 'ev_a' }] }),
]);

const context: FilterContext = {
  me: { userId: 'us_ana', teamIds: [] },
  ownersNamed: (name) => (name === 'growth' ? ['team:tm_growth'] : []),
  ownerNamed: (key) => ({ 'team:tm_growth': 'Growth', 'person:us_ana': 'Zoe' })[key] ?? key,
  releasedAt: (release) => new Date(`2026-0${release}-01T00:00:00Z`),
  now: new Date('2026-03-20T00:00:00Z'),
};

function found(filter: string, more: Partial<Parameters<typeof queryItems>[1]> = {}): string[] {
  const query = {
    kind: 'event',
    filter: parseFilter(filter).filter,
    sort: 'name',
    descending: false,
    group: null,
    ...more,
  } as const;
  return queryItems(snapshot, query, context).items.map((item) => item.id);
}

describe('queryItems', () => {
  it.each([
    ['', ['ev_c', 'ev_b', 'ev_a']],
    ['owner:me', ['ev_b']],
    ['owner:Growth', ['ev_a']],
    ['owner:none', ['ev_c']],
    ['stage:acquisition,revenue', ['ev_b', 'ev_a']],
    ['-stage:acquisition', ['ev_c', 'ev_b']],
    ['source:web', ['ev_a']],
    ['class:personal', ['ev_a']],
    ['property:email', ['ev_a']],
    ['lifecycle:live', ['ev_c']],
    ['tag:core', ['ev_a']],
    ['changed:<30d', ['ev_b']],
    ['changed:>30d', ['ev_c', 'ev_a']],
    ['no:meaning', ['ev_c', 'ev_b']],
    ['no:meaning,owner', ['ev_c']],
    ['has:consumer', ['ev_a']],
    ['review:overdue', ['ev_b']],
    ['account', ['ev_a']],
  ])('finds by %s', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  it('sorts by release, newest first', () => {
    expect(found('', { sort: 'changed', descending: true })).toEqual(['ev_b', 'ev_c', 'ev_a']);
  });

  it('groups in order, items without a value last, and counts each group', () => {
    const result = queryItems(
      snapshot,
      { kind: 'event', filter: parseFilter('').filter, sort: 'name', descending: false, group: 'stage' },
      context,
    );
    expect(result.groups).toEqual([
      { key: 'acquisition', count: 1 },
      { key: 'revenue', count: 1 },
      { key: '', count: 1 },
    ]);
  });

  it('orders owners by their names', () => {
    expect(found('', { group: 'owner' })).toEqual(['ev_a', 'ev_b', 'ev_c']);
    expect(found('has:owner', { sort: 'owner', descending: true })).toEqual(['ev_b', 'ev_a']);
  });

  it('names the condition that removed everything', () => {
    const result = queryItems(
      snapshot,
      {
        kind: 'event',
        filter: parseFilter('stage:revenue tag:nothing').filter,
        sort: 'name',
        descending: false,
        group: null,
      },
      context,
    );
    expect(result.blocking).toEqual({ index: 1, found: 1 });
  });
});

describe('resolvedUses', () => {
  it("takes the event's own use before that of a group", () => {
    const event = snapshot.items.get('ev_a');
    if (event?.kind !== 'event') throw new Error('no event');
    expect(
      resolvedUses(snapshot, event).map((one) => [one.property.name, one.use.note, one.group?.name ?? null]),
    ).toEqual([
      ['email', '', 'account'],
      ['plan', 'its own', null],
    ]);
  });

  it('counts those who carry a property through a group', () => {
    expect(
      carriersOf(snapshot)
        .get('pr_mail')
        ?.map((carrier) => carrier.item.id)
        .sort(),
    ).toEqual(['ev_a', 'pg_acc']);
    expect(factsOf(snapshot).get('pr_mail')?.users).toBe(2);
  });
});
