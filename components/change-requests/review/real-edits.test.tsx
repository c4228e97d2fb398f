import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { significanceWords } from '@/components/shared/significance-words';
import type { DifferenceView } from '@/lib/contracts/change-requests';
import { type Edit, editCorpora, parseEdits, plansOfEdit, textsOfEdit } from '@/lib/domain/testing/edits';
import { type Reviewed, reviewOf } from '../testing/edited';
import { elements, parseMarkup, textOf } from '../testing/markup';
import { cardMarkup, codeMarkup } from '../testing/render-card';
import { isTextOf, linesIn, rowsIn, type Told } from '../testing/told';
import { groupsOf, shownChanges } from './review-rows';

const folder = '../../../lib/domain/significance/fixtures/edits';
const edits = editCorpora.flatMap((corpus) =>
  parseEdits(readFileSync(new URL(`${folder}/${corpus}.jsonl`, import.meta.url), 'utf8')),
);
const reviewed = edits.flatMap((edit) =>
  plansOfEdit(edit).flatMap(({ before, after }) => reviewOf(before, after).map((one) => ({ ...one, edit }))),
);

const total = (some: readonly { readonly edit: Edit }[]) =>
  [...new Set(some.map(({ edit }) => edit))].reduce((sum, { times }) => sum + times, 0);
const called = ({ edit }: { readonly edit: Edit }) =>
  `${edit.object} ${edit.property ?? ''} ${edit.kind}: ${edit.before} → ${edit.after}`;
const differencesOf = ({ view }: Reviewed) => groupsOf(view.differences).flatMap(({ differences }) => differences);
const labelsOf = (significances: readonly (keyof typeof significanceWords)[]) =>
  significances.map((one) => significanceWords[one].label);

describe.each(['unified', 'side'] as const)(
  'the card of a change, %s, for edits of published definitions',
  (layout) => {
    const cards = reviewed.map((one) => {
      const card = parseMarkup(cardMarkup(one.row, one.view, layout));
      return { ...one, card, rows: rowsIn(card), head: headOf(card) };
    });

    it('is drawn for each of the 3,817, also where the plan says the same on both sides', () => {
      expect(total(cards)).toBe(3817);
      for (const one of cards.filter(({ rows }) => rows.length === 0)) {
        expect(one.view.differences, called(one)).toEqual([]);
        expect(textOf(one.card)).toContain('Nothing differs from the plan any more.');
      }
    });

    it('tells every difference in a row of its own, with its class in words', () => {
      for (const one of cards) {
        const differences = differencesOf(one);
        expect(one.rows.map(({ label }) => label)).toEqual(differences.map(({ label }) => label));
        for (const [at, { significances }] of differences.entries())
          for (const label of labelsOf(significances)) expect(one.rows[at]?.badge, called(one)).toContain(label);
        for (const label of labelsOf(one.row.significances)) expect(one.head, called(one)).toContain(label);
      }
    });

    it('marks what goes and what comes, and holds the rest as it was', () => {
      const wrong = cards.filter((one) =>
        differencesOf(one).some((difference, at) => !tells(one.rows[at], difference)),
      );
      expect(wrong.map(called)).toEqual([]);
    });

    it('has all words of both texts as their authors wrote them', () => {
      const wrong = cards.filter(({ edit, rows }) => {
        const texts = edit.kind.endsWith('description_changed') ? textsOfEdit(edit) : null;
        if (!texts || rows.length === 0) return false;
        return !rows.some(
          (row) => isTextOf(row.before, texts.before.trim()) && isTextOf(row.after, texts.after.trim()),
        );
      });
      expect(wrong.map(called)).toEqual([]);
    });

    it('marks names and single values as the authors wrote them', () => {
      for (const { edit, rows } of cards) {
        if (edit.kind !== 'renamed' && !edit.kind.startsWith('allowed_values')) continue;
        const [before, after] = [listOf(edit.before), listOf(edit.after)];
        // A first list, or the last, is one row that says all of it.
        const isWhole = /introduced|dropped/u.test(edit.kind);
        const said = (words: string) => (isWhole ? words.split(/, | and /u) : [words]).filter(Boolean);
        const gone = rows.flatMap((row) => said(row.gone)).sort();
        const fresh = rows.flatMap((row) => said(row.fresh)).sort();
        expect(gone, called({ edit })).toEqual(without(before, after));
        expect(fresh, called({ edit })).toEqual(without(after, before));
      }
    });

    it('says nothing that only a program understands', () => {
      const odd = /\[object|undefined|\bNaN\b/u;
      const wrong = cards.filter(({ card, edit }) => odd.test(textOf(card)) && !odd.test(JSON.stringify(edit)));
      expect(wrong.map(called)).toEqual([]);
    });

    it('stays with only meaning and breaking exactly where it says one of the two', () => {
      for (const one of cards) {
        const isKept = shownChanges([one.row], { loudOnly: true, only: null }).length > 0;
        expect(isKept, called(one)).toBe(one.rows.some(({ badge }) => /Meaning|Breaking/u.test(badge)));
        expect(isKept, called(one)).toBe(/Meaning|Breaking/u.test(one.head));
      }
    });
  },
);

describe('the tabs of a change, for edits of published definitions', () => {
  it('read all 3,817 as JSON Schema and as calls, line by line, with both sides whole', () => {
    const wrong = reviewed.filter(({ row, code }) =>
      code().some((read) => {
        const tab = parseMarkup(codeMarkup(row, read));
        const figures = elements(tab, ({ tag }) => tag === 'figure');
        if (read.pieces.length === 0) return figures.length > 0 || !textOf(tab).includes('Nothing changes for code');
        return figures.length !== read.pieces.length || read.pieces.some((piece, at) => !draws(figures[at], piece));
      }),
    );
    expect(total(reviewed)).toBe(3817);
    expect(wrong.map(called)).toEqual([]);
  });
});

function headOf(card: ReturnType<typeof parseMarkup>): string {
  return elements(card, ({ tag }) => tag === 'header')
    .map((head) => textOf(head))
    .join();
}

function tells(row: Told | undefined, { prose, before, after }: DifferenceView): boolean {
  if (!row || (row.gone === '' && row.fresh === '')) return false;
  if (prose) return isTextOf(row.before, before ?? '') && isTextOf(row.after, after ?? '');
  return row.gone === (before ?? '') && row.fresh === (after ?? '');
}

function draws(
  figure: ReturnType<typeof parseMarkup> | undefined,
  piece: { readonly before: string | null; readonly after: string | null },
): boolean {
  if (!figure) return false;
  const lines = linesIn(figure);
  const isSide = (drawn: readonly (string | null)[], text: string | null) => {
    const whole = text === null || text === '' ? [] : text.replace(/\n$/u, '').split('\n');
    return drawn.length === whole.length && drawn.every((line, at) => line === null || line === (whole[at] || ' '));
  };
  return isSide(lines.before, piece.before) && isSide(lines.after, piece.after);
}

const listOf = (value: unknown) => [value].flat().map((one) => (one === '' ? '(empty)' : String(one)));
const without = (some: readonly string[], others: readonly string[]) =>
  [...new Set(some)].filter((one) => !others.includes(one)).sort();
