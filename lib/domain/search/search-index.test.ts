import { describe, expect, it } from 'vitest';
import { buildSearchIndex, type SearchDocument } from './build-search-index';
import { errorsForgiven, prefixDistance } from './distance';
import { markText } from './highlight';
import { searchIndex } from './search-index';
import { squash, wordsOf } from './words';

const document = (name: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: `ev_${name}`,
  kind: 'event',
  name,
  namespace: null,
  displayName: '',
  meaning: '',
  formerNames: [],
  values: [],
  tags: [],
  owner: '',
  lifecycle: 'live',
  ...more,
});

const found = (documents: SearchDocument[], query: string) =>
  searchIndex(buildSearchIndex(documents), query, 50).map((hit) => `${hit.document.name} ${hit.tier}`);

describe('words', () => {
  it.each([
    ['OrderCompleted', ['order', 'completed']],
    ['order_completed', ['order', 'completed']],
    ['order-completed', ['order', 'completed']],
    ['Order Completed', ['order', 'completed']],
    ['HTTPRequestSent', ['http', 'request', 'sent']],
    ['orderV2', ['order', 'v2']],
    ['Café ouvert', ['cafe', 'ouvert']],
    ['注文完了', ['注', '文', '完', '了']],
    ['--', []],
  ])('reads %s', (text, words) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(words);
  });

  it('are the same without gaps however they are written', () => {
    expect(new Set(['OrderCompleted', 'order_completed', 'ORDER COMPLETED'].map(squash)).size).toBe(1);
  });
});

describe('typing errors', () => {
  it.each([
    ['chekout', 'checkout', 1],
    ['chcekout', 'checkout', 1],
    ['chekou', 'checkout', 1],
    ['checkout', 'checkout', 0],
    ['cat', 'dog', 3],
  ])('%s is %s with errors: %i', (typed, word, errors) => {
    expect(prefixDistance(typed, word, 3)).toBe(errors);
  });

  it('says only “more” beyond what is forgiven', () => {
    expect(prefixDistance('completely', 'abandonment', 2)).toBe(3);
  });

  it('forgives none in short words', () => {
    expect([3, 4, 7, 8].map(errorsForgiven)).toEqual([0, 1, 1, 2]);
  });
});

describe('search', () => {
  const plan = [
    document('Order Completed', { meaning: 'A customer paid for a basket', tags: ['revenue'] }),
    document('Order Completed Again'),
    document('Reorder Suggested'),
    document('Guest Order Placed', { lifecycle: 'retired' }),
    document('Basket Paid', { formerNames: ['order_done'] }),
    document('payment_method', { kind: 'property', values: ['order_credit'] }),
    document('Refund Issued', { tags: ['order'] }),
    document('Stock Moved', { meaning: 'An order left the warehouse' }),
  ];

  it('ranks exact name, prefix, word start, former name, value, tag, meaning', () => {
    expect(found([...plan, document('Order')], 'order')).toEqual([
      'Order exact',
      'Order Completed prefix',
      'Order Completed Again prefix',
      'Guest Order Placed word-start',
      'Basket Paid former-name',
      'payment_method value',
      'Refund Issued tag',
      'Stock Moved meaning',
    ]);
  });

  it('puts a typing error after every name without one and before a former name', () => {
    const some = [document('Chekout'), document('Checkout Completed'), document('Paid', { formerNames: ['chekout'] })];
    expect(found(some, 'chekout')).toEqual(['Chekout exact', 'Checkout Completed typo', 'Paid former-name']);
  });

  it('finds the event first in spite of a typing error and an unfinished word', () => {
    const some = [
      document('checkout_completed_at', { kind: 'property' }),
      document('Checkout Completed'),
      document('Checkout Started'),
    ];
    expect(found(some, 'chekout comp')[0]).toBe('Checkout Completed typo');
    expect(found(some, 'chekout comp')).toHaveLength(2);
  });

  it.each(['OrderCompleted', 'order_completed', 'order-completed', 'ordercompleted', 'ORDER COMPLETED'])(
    'takes %s for the exact name',
    (query) => {
      expect(found(plan, query)[0]).toBe('Order Completed exact');
    },
  );

  it('finds words in any order, and words of different places together', () => {
    expect(found(plan, 'completed order')).toContain('Order Completed word-start');
    expect(found(plan, 'basket order revenue')).toEqual(['Order Completed meaning']);
  });

  it('finds nothing for nothing, and for words that are nowhere', () => {
    expect(found(plan, '  ')).toEqual([]);
    expect(found(plan, 'order zebra')).toEqual([]);
  });

  it('puts a retired event behind a living one of the same rank', () => {
    expect(found([document('Ad Seen', { lifecycle: 'retired' }), document('Ad Shown')], 'ad')).toEqual([
      'Ad Shown prefix',
      'Ad Seen prefix',
    ]);
  });

  it('finds by namespace with the name', () => {
    expect(found([document('created', { namespace: 'merge_requests' })], 'merge requests created')[0]).toBe(
      'created exact',
    );
  });

  it('tells what to mark, and by which former name it was found', () => {
    const index = buildSearchIndex(plan);
    const [first] = searchIndex(index, 'ord comp', 1);
    expect(markText('Order Completed', first?.highlights.name ?? [])).toEqual([
      { text: 'Ord', marked: true },
      { text: 'er ', marked: false },
      { text: 'Comp', marked: true },
      { text: 'leted', marked: false },
    ]);
    const byOldName = searchIndex(index, 'order done', 1)[0];
    expect(byOldName?.highlights.other).toMatchObject({ place: 'former-name', text: 'order_done' });
    const joined = searchIndex(index, 'ordercomp', 1)[0];
    expect(joined?.highlights.name).toEqual([{ start: 0, end: 10 }]);
  });

  it('answers 25,000 documents within the time a key press has', () => {
    const verbs = ['Viewed', 'Clicked', 'Completed', 'Started', 'Removed', 'Shared', 'Failed', 'Opened'];
    const nouns = [
      'Checkout',
      'Basket',
      'Profile',
      'Invoice',
      'Playlist',
      'Report',
      'Ticket',
      'Coupon',
      'Session',
      'Team',
    ];
    const many = Array.from({ length: 25_000 }, (_, number) =>
      document(`${nouns[number % 10]} ${verbs[Math.floor(number / 10) % 8]} ${number.toString(36)}`, {
        meaning: `A person has ${verbs[number % 8]} the ${nouns[number % 7]} in the ${number % 900}th way`,
      }),
    );
    const index = buildSearchIndex(many);
    const times: number[] = [];
    for (const query of [
      'c',
      'ch',
      'che',
      'chek',
      'cheko',
      'chekou',
      'chekout',
      'chekout c',
      'chekout com',
      'chekout comp',
    ]) {
      const start = performance.now();
      expect(searchIndex(index, query, 50).length).toBeGreaterThan(0);
      times.push(performance.now() - start);
    }
    // Generous, since other tests share the machine; the page's own budget is measured in the browser.
    expect(Math.max(...times)).toBeLessThan(400);
  });
});
