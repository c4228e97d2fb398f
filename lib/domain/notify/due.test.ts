import { describe, expect, it } from 'vitest';
import type { Item } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { dueKey, dueOn, dueSentence } from './due';

const owner = { type: 'person', id: 'us_ana' };
const event = (content: object): Item =>
  itemSchema.parse({
    id: 'ev_1',
    kind: 'event',
    namespace: null,
    name: 'Order Completed',
    content: { owner, ...content },
  });
const consumer = (content: object): Item =>
  itemSchema.parse({
    id: 'co_1',
    kind: 'consumer',
    namespace: null,
    name: 'Checkout test',
    content: { owner, type: 'experiment', ...content },
  });
const planOf = (...items: Item[]): Snapshot =>
  snapshotOf(
    'pl_1',
    1,
    items.map((item) => revisionOf(item)),
  );

describe('what is due on a day', () => {
  it.each([
    ['2026-11-20', []],
    ['2026-11-21', [14]],
    ['2026-11-30', [14]],
    ['2026-12-03', [14]],
    ['2026-12-04', [1]],
    ['2026-12-05', [1]],
    ['2026-12-06', []],
  ])('on %s a review by 5 December is in the warnings of %j days', (today, leads) => {
    const due = dueOn(planOf(event({ reviewBy: '2026-12-05' })), today);
    expect(due.map(({ lead }) => lead)).toEqual(leads);
  });

  it('is said in words, to a person and to somebody of a team', () => {
    const [due] = dueOn(planOf(event({ reviewBy: '2026-12-05' })), '2026-11-21');
    if (!due) throw new Error('nothing is due');
    expect(dueSentence(due, null)).toBe('Order Completed is due for review on 5 December; it is yours');
    expect(dueSentence(due, 'Checkout')).toBe('Order Completed is due for review on 5 December; Checkout owns it');
  });

  it('keeps the review and the end of a consumer apart', () => {
    const due = dueOn(planOf(consumer({ reviewBy: '2026-12-05', endsAt: '2026-12-05' })), '2026-12-04');
    expect(due.map(dueKey)).toEqual(['due:co_1:review:2026-12-05:1', 'due:co_1:end:2026-12-05:1']);
    expect(due[1]?.words).toBe('ends on 5 December');
  });

  it('counts days over the end of a month and over the change of clocks', () => {
    expect(dueOn(planOf(event({ reviewBy: '2027-04-01' })), '2027-03-18').map(({ lead }) => lead)).toEqual([14]);
    expect(dueOn(planOf(event({ reviewBy: '2027-04-01' })), '2027-03-17')).toEqual([]);
  });

  it('is nothing for what is retired or has no owner', () => {
    const retired = event({ reviewBy: '2026-12-05', lifecycle: { state: 'retired', replacedBy: null } });
    expect(dueOn(planOf(retired), '2026-12-04')).toEqual([]);
    expect(dueOn(planOf(event({ reviewBy: '2026-12-05', owner: null })), '2026-12-04')).toEqual([]);
  });
});
