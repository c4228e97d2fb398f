import { describe, expect, it } from 'vitest';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { draftOf, emptyDraft, withValue } from './draft';
import { hasAnything, type SubmissionInput, submissionOf } from './submission';

const before = itemSchema.parse({
  id: 'ev_order',
  kind: 'event',
  namespace: null,
  name: 'Order Completed',
  content: { meaning: 'An order is paid.' },
});
const claim = { field: 'meaning', member: null, part: null };

function input(part: Partial<SubmissionInput>): SubmissionInput {
  return {
    kind: 'event',
    before: null,
    draft: emptyDraft('event', 'Cart Viewed'),
    number: null,
    submit: true,
    loadedClaims: [],
    newItemId: 'ev_new',
    ...part,
  };
}

describe('what is sent for a form', () => {
  it('is one item, and before it the new properties that it uses', () => {
    const used = { id: 'pr_used', name: 'cart_id', type: { type: 'string' }, meaning: 'Which cart.' } as const;
    const draft = {
      ...withValue(emptyDraft('event', ' Cart Viewed '), 'properties', [{ propertyId: 'pr_used' }]),
      newProperties: [used, { ...used, id: 'pr_dropped', name: 'dropped' }],
      reason: ' We look at carts. ',
    };
    const proposal = submissionOf(input({ draft }));
    expect(proposal.newItems.map(({ itemId, name }) => [itemId, name])).toEqual([
      ['pr_used', 'cart_id'],
      ['ev_new', 'Cart Viewed'],
    ]);
    expect(proposal).toMatchObject({ edit: null, title: 'Add event Cart Viewed', reason: 'We look at carts.' });
  });

  it('is, for an item that is there, only its changed fields', () => {
    const draft = withValue(draftOf(before), 'meaning', 'It is paid.');
    expect(submissionOf(input({ before, draft, number: 7 }))).toMatchObject({
      number: 7,
      newItems: [],
      edit: {
        itemId: 'ev_order',
        fields: { meaning: 'It is paid.' },
        expected: { meaning: 'An order is paid.' },
      },
    });
  });

  it('names the claims only when the author changed one, and keeps those of members', () => {
    const member = { field: 'allowedValues', member: 'red', part: 'meaning' };
    const same = { ...withValue(draftOf(before), 'meaning', 'Paid.'), claims: ['meaning'] };
    expect(submissionOf(input({ before, draft: same, loadedClaims: [claim] })).edit).not.toHaveProperty('claims');
    const withdrawn = { ...same, claims: [] };
    expect(submissionOf(input({ before, draft: withdrawn, loadedClaims: [claim, member] })).edit?.claims).toEqual([
      member,
    ]);
  });

  it('is nothing when an item is as it was, and something when only a claim is new', () => {
    expect(hasAnything(input({ before, draft: draftOf(before) }))).toBe(false);
    expect(hasAnything(input({ before, draft: { ...draftOf(before), claims: ['meaning'] } }))).toBe(true);
    expect(hasAnything(input({}))).toBe(true);
  });
});
