import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTerms, prepareTerms, termAnchor, termsNamedIn } from './link-terms';

const terms = [
  { id: 'account', term: 'account', aliases: [] },
  { id: 'active', term: 'Active account', aliases: ['living customer'] },
  { id: 'basket', term: 'Basket', aliases: ['cart'] },
];
const prepared = prepareTerms(terms);
const marked = (text: string) =>
  linkTerms(text, prepared).flatMap(({ text: piece, termId }) => (termId === null ? [] : [`${piece}:${termId}`]));

describe('links to the glossary', () => {
  it.each([
    ['Every active account has a basket.', ['active account:active', 'basket:basket']],
    ['Active Accounts and accounts', ['Active Accounts:active', 'accounts:account']],
    ['A living-customer fills the cart; the cart is theirs', ['living-customer:active', 'cart:basket']],
    ['An active account is an active account', ['active account:active']],
    ['The accountant counts account_id, discounts and carting', []],
    ['Reads `basket` and [the basket](https://x.example/basket) at https://x.example/cart', []],
    ['```\nbasket\n```\nA basket', ['basket:basket']],
    ['active. Account', ['Account:account']],
    ["The account's end", ['account:account']],
  ])('%s', (text, links) => {
    expect(marked(text)).toEqual(links);
  });

  it('have one address for every way to write a term', () => {
    expect([termAnchor(' Active  Account '), termAnchor('active-account'), termAnchor('+')]).toEqual([
      'active-account',
      'active-account',
      '',
    ]);
  });

  it('tell which terms texts name', () => {
    expect([...termsNamedIn(['a cart', 'one account'], prepared)]).toEqual(['basket', 'account']);
  });

  const pieceOf = fc.constantFrom(
    ...['active', 'Account', 'accounts', 'basket', 'living', 'customer', ' ', ' ', '-', '.', '`', '\n'],
    ...['[', '](', ')', 'https://a.b/', '_', 'xs', '```', 'é'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieceOf, { maxLength: 40 }).map((all) => all.join('')),
  );

  it('change nothing of the text, mark no term twice, and only whole words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = linkTerms(text, prepared);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const links = pieces.flatMap(({ termId }) => (termId === null ? [] : [termId]));
        expect(new Set(links).size).toBe(links.length);
        let at = 0;
        for (const piece of pieces) {
          const end = at + piece.text.length;
          if (piece.termId !== null) {
            expect(text.slice(0, at)).not.toMatch(/[\p{L}\p{N}_]$/u);
            expect(text.slice(end)).not.toMatch(/^[\p{L}\p{N}_]/u);
          }
          at = end;
        }
      }),
    );
  });

  it('are never within code', () => {
    fc.assert(
      fc.property(fc.array(pieceOf, { maxLength: 12 }), (parts) => {
        const code = parts.join('').replace(/[`\n]/gu, '');
        const pieces = linkTerms(`a \`${code}\` b`, prepared);
        expect(pieces.every(({ termId }) => termId === null)).toBe(true);
      }),
    );
  });

  it('take the longest of the names that begin at a word', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four'), { minLength: 2 }), (words) => {
        const names = words.map((_, at) => words.slice(0, at + 1).join(' '));
        const all = prepareTerms(names.map((name) => ({ id: name, term: name, aliases: [] })));
        expect(linkTerms(words.join(' '), all)).toEqual([{ text: words.join(' '), termId: words.join(' ') }]);
      }),
    );
  });
});
