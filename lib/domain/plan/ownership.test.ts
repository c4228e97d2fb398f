import { describe, expect, it } from 'vitest';
import { revisionOf } from '../testing/arbitraries';
import { itemSchema } from './item-schema';
import { itemsOf, ownersHere, type Whose } from './ownership';
import { snapshotOf } from './snapshot';

const itemOf = (kind: string, id: string, content: object) =>
  revisionOf(itemSchema.parse({ id, kind, namespace: null, name: id, content }));
const event = (id: string, content: object) => itemOf('event', id, content);
const person = (id: string) => ({ owner: { type: 'person', id } });
const retired = { lifecycle: { state: 'retired', replacedBy: null } };

const plan = snapshotOf('pl_1', 1, [
  event('ev_none', {}),
  event('ev_none2', retired),
  itemOf('property', 'pr_none', {}),
  itemOf('property-group', 'pg_none', {}),
  itemOf('source', 'so_none', {}),
  itemOf('property', 'pr_gone', person('us_gone')),
  event('ev_gone', person('us_gone')),
  event('ev_gone2', { ...person('us_gone'), ...retired }),
  event('ev_ana', person('us_ana')),
  event('ev_team', { owner: { type: 'team', id: 'tm_a' } }),
  event('ev_archived', { owner: { type: 'team', id: 'tm_old' } }),
  event('ev_same', { owner: { type: 'team', id: 'us_ana' } }),
]);
const isHere = ownersHere(['us_ana'], ['tm_a']);
const idsOf = (whose: Whose) => itemsOf(plan, whose, isHere).map(({ id }) => id);

describe('the items of an owner', () => {
  it.each<[string, Whose, string[]]>([
    ['a person', { type: 'person', id: 'us_ana' }, ['ev_ana']],
    ['a team', { type: 'team', id: 'tm_a' }, ['ev_team']],
    ['somebody who left, retired ones too', { type: 'person', id: 'us_gone' }, ['ev_gone', 'ev_gone2', 'pr_gone']],
    ['nobody, but for properties, which belong with what uses them', 'nobody', ['ev_none', 'so_none']],
    ['all who are gone', 'gone', ['ev_archived', 'ev_gone', 'ev_same', 'pr_gone']],
  ])('are those of %s', (_words, whose, expected) => {
    expect(idsOf(whose)).toEqual(expected);
  });
});
