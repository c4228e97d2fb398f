import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from './build-search-index';
import { errorsForgiven, prefixDistance } from './distance';
import { markText } from './highlight';
import type { SearchDocument } from './search-document';
import { searchIndex } from './search-index';
import { anyWords, squash, wordsOf } from './words';

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

const found = (documents: SearchDocument[], query: string, synonyms: string[][] = []) =>
  searchIndex(buildSearchIndex(documents, { synonyms }), query, 50).map((hit) => hit.document.name);

const isSure = (documents: SearchDocument[], query: string) =>
  searchIndex(buildSearchIndex(documents), query, 50).some((hit) => !hit.weak);

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
    ['k8s agent', ['k8s', 'agent']],
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
    expect([3, 4, 6, 7].map(errorsForgiven)).toEqual([0, 1, 1, 2]);
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
      'Order',
      'Order Completed',
      'Order Completed Again',
      'Guest Order Placed',
      'Basket Paid',
      'payment_method',
      'Refund Issued',
      'Stock Moved',
    ]);
  });

  it('finds the event first in spite of a typing error and an unfinished word', () => {
    const some = [
      document('checkout_completed_at', { kind: 'property' }),
      document('Checkout Completed'),
      document('Checkout Started'),
    ];
    expect(found(some, 'chekout comp')[0]).toBe('Checkout Completed');
  });

  it.each(['OrderCompleted', 'order_completed', 'order-completed', 'ordercompleted', 'ORDER COMPLETED'])(
    'takes %s for the exact name',
    (query) => {
      expect(found(plan, query)[0]).toBe('Order Completed');
      expect(isSure(plan, query)).toBe(true);
    },
  );

  it('finds words in any order, and words of different places together', () => {
    expect(found(plan, 'completed order')[0]).toBe('Order Completed');
    expect(found(plan, 'basket order revenue')[0]).toBe('Order Completed');
  });

  it('finds nothing for nothing, and for words that are nowhere', () => {
    expect(found(plan, '  ')).toEqual([]);
    expect(found(plan, 'zebra unicycle')).toEqual([]);
  });

  it('says so when much of the query is nowhere', () => {
    expect(found(plan, 'order zebra unicycle')).toContain('Order Completed');
    expect(isSure(plan, 'order zebra unicycle')).toBe(false);
    expect(isSure(plan, 'an order was completed')).toBe(true);
    expect(isSure(plan, 'o')).toBe(true);
  });

  it('puts a retired event behind a living one of the same rank', () => {
    expect(found([document('Ad Seen', { lifecycle: 'retired' }), document('Ad Shown')], 'ad')).toEqual([
      'Ad Shown',
      'Ad Seen',
    ]);
  });

  it('finds by namespace with the name, by owner, category and property', () => {
    const some = [
      document('created', { namespace: 'merge_requests' }),
      document('paid', { owner: 'Growth Team', category: 'billing', properties: ['coupon_code'] }),
    ];
    expect(found(some, 'merge requests created')[0]).toBe('created');
    for (const query of ['growth team', 'billing', 'couponCode', 'events with coupon code'])
      expect(found(some, query)).toEqual(['paid']);
  });

  it.each([
    ['orders were completed', 'Order Completed'],
    ['completing an order', 'Order Completed'],
    ['approval', 'Request Approved'],
    ['deletion of a team', 'Team Deleted'],
    ['mr merged', 'Merge Request Merged'],
    ['btn pressed', 'Button Pressed'],
    ['kubernetes', 'k8s agent seen'],
    ['k8s', 'k8s agent seen'],
    ['home page', 'homepage_viewed'],
    ['buy', 'Item Purchased'],
  ])('finds by %s', (query, name) => {
    const some = [
      ...['Request Approved', 'Team Deleted', 'Button Pressed', 'k8s agent seen', 'homepage_viewed', 'Item Purchased'],
      ...['Merge Request Merged', 'Merge Request Opened', 'Order Completed', 'Ad Seen'],
    ].map((one) => document(one));
    expect(found(some, query)[0]).toBe(name);
  });

  it('takes a synonym for the same whether it is written as one word or two, and says which it was', () => {
    const documents = [document('Signup Started'), document('Cart Viewed')];
    const of = (query: string, synonyms: string[][]) =>
      searchIndex(buildSearchIndex(documents, { synonyms }), query, 9).map((hit) => [
        hit.document.name,
        hit.synonym,
        hit.weak,
      ]);
    expect(of('registrations', [['sign-up', 'registration']])).toEqual([['Signup Started', 'sign-up', false]]);
    expect(of('trol ley', [['cart', 'trolley']])).toEqual([['Cart Viewed', 'cart', false]]);
    expect(of('sign up', [['sign-up', 'registration']])).toEqual([['Signup Started', null, false]]);
  });

  it("finds by a plan's own synonyms, of one word or several, and only by them", () => {
    const some = [document('Client Retained'), document('Proof Of Concept Started'), document('Page Viewed')];
    expect(found(some, 'shopper')).toEqual([]);
    expect(found(some, 'shopper', [['shopper', 'client']])).toEqual(['Client Retained']);
    expect(found(some, 'pilot', [['pilot', 'proof of concept']])).toEqual(['Proof Of Concept Started']);
    expect(found(some, 'proof of concept', [['trial', 'proof of concept']])[0]).toBe('Proof Of Concept Started');
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

  it('marks other forms of a word and mistyped ones', () => {
    const index = buildSearchIndex(plan);
    const marked = (query: string) =>
      markText('Order Completed', searchIndex(index, query, 1)[0]?.highlights.name ?? [])
        .filter((piece) => piece.marked)
        .map((piece) => piece.text);
    expect(marked('ordre completing')).toEqual(['Order', 'Completed']);
  });

  it('finds something among 25,000 documents after each key of a word with a slip in it', () => {
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
      expect(searchIndex(index, query, 50).length, query).toBeGreaterThan(0);
    }
  });
});

const syllables = [
  'ba',
  'cor',
  'den',
  'fil',
  'gam',
  'hos',
  'jun',
  'kel',
  'lim',
  'mor',
  'nab',
  'pos',
  'quin',
  'rav',
  'sto',
];
const word = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''));
const nameWords = fc.array(word, { minLength: 1, maxLength: 4 });
const plans = fc.uniqueArray(nameWords, { minLength: 2, maxLength: 30, selector: (words) => words.join('') });
const styles: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join(' '),
  (words) => words.join('_'),
  (words) => words.join('-').toUpperCase(),
  (words) => words.map((one) => one[0]?.toUpperCase() + one.slice(1)).join(''),
];
const written = (words: readonly string[], style = 0) => (styles[style] ?? styles[0])?.(words) ?? '';

describe('laws of the look-up', () => {
  it('reads ASCII as it reads any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.stringMatching(/^[a-zA-Z0-9_ .]{0,20}$/), (one, other) => {
        expect(wordsOf(one)).toEqual(anyWords(one));
        expect(wordsOf(other)).toEqual(anyWords(other));
      }),
    );
  });

  it('finds every item first by its name, however it is written', () => {
    fc.assert(
      fc.property(plans, fc.nat(3), fc.nat(3), (names, stored, typed) => {
        const index = buildSearchIndex(names.map((words) => document(written(words, stored))));
        for (const words of names) {
          const [hit] = searchIndex(index, written(words, typed), 5);
          expect(hit?.document.name).toBe(written(words, stored));
          expect(hit?.weak).toBe(false);
        }
      }),
    );
  });

  it('finds a long word with two neighbours swapped', () => {
    const far = document('zzyx');
    fc.assert(
      fc.property(word, fc.nat(), (text, place) => {
        fc.pre(text.length >= 6);
        const at = 1 + (place % (text.length - 2));
        const typed = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        expect(found([far, document(text)], typed)).toEqual([text]);
      }),
    );
  });

  it('answers alike in whichever order the documents come, and whatever was asked before', () => {
    fc.assert(
      fc.property(plans, nameWords, (names, query) => {
        const documents = names.map((words) => document(written(words), { meaning: words.join(' of ') }));
        const turned = [...documents].reverse();
        const index = buildSearchIndex(documents);
        const once = searchIndex(index, written(query), 50).map((hit) => hit.document.id);
        searchIndex(index, `${written(query)} ${names[0]?.[0]}`, 50);
        expect(searchIndex(index, written(query), 50).map((hit) => hit.document.id)).toEqual(once);
        expect(found(turned, written(query)).map((name) => `ev_${name}`)).toEqual(once);
      }),
    );
  });

  it('marks only what lies within the text, in order and without overlap', () => {
    fc.assert(
      fc.property(plans, fc.string({ maxLength: 20 }), (names, query) => {
        const documents = names.map((words) => document(written(words, 1)));
        for (const { document: hit, highlights } of searchIndex(buildSearchIndex(documents), query, 20)) {
          let last = 0;
          for (const { start, end } of highlights.name) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(hit.name.length);
            last = end;
          }
        }
      }),
    );
  });
});
