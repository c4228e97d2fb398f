import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { plainParagraphs } from './plain-text';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Paragraphs as Markdown reads them; anything else is told by its type. */
function readParagraphs(text: string): string[] {
  return markdown
    .parse(text)
    .children.map((node) =>
      node.type === 'paragraph'
        ? node.children.map((child) => (child.type === 'text' ? child.value : `<${child.type}>`)).join('')
        : `<${node.type}>`,
    );
}

const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim();

const pieces = [
  ...[
    'word',
    'Zähler',
    '日本',
    '12',
    '3.',
    '4)',
    '-',
    '+',
    '=',
    '*',
    '_',
    '`',
    '#',
    '<b>',
    '>',
    '[a](b)',
    '&amp;',
    '\\',
    '~',
    '|',
  ],
  ...[
    'http://a.b',
    'www.a.b',
    'a@b.c',
    'a:b',
    '"',
    "'",
    '!',
    '?',
    '(',
    ')',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\n \n',
    '---',
    ':',
  ],
];

describe('plain paragraphs', () => {
  it('shows a text without markup just as Markdown does', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const paragraphs = plainParagraphs(text);
        if (!paragraphs) return;
        plain += 1;
        expect(paragraphs.map(squeezed)).toEqual(readParagraphs(text).map(squeezed));
      }),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it('leaves whatever may be markup to Markdown', () => {
    for (const text of ['a *b*', '- one', '1. one', 'see https://a.b', 'a | b', '    code', 'x\n===', '@mei', 'a `b`'])
      expect(plainParagraphs(text)).toBeUndefined();
    expect(plainParagraphs('One.\n\nTwo, and\nmore.')).toEqual(['One.', 'Two, and\nmore.']);
  });
});
