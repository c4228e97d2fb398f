import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyDifferences } from '../diff/apply-differences';
import { diffPlans } from '../diff/diff-plans';
import { type Edit, editCorpora, parseEdits, plansOfEdit } from '../testing/edits';
import { claimKey } from './classified';
import { classifyPlanDiff } from './classify-plan-diff';
import { rank } from './effects';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The quietest class that an edit gets in any place where its words can stand. */
function classOf(edit: Edit, claimed = false) {
  const classes = plansOfEdit(edit).map(({ before, after }) => {
    const differences = diffPlans(before, after);
    const claims = new Set(claimed ? differences.map(claimKey) : []);
    const changes = classifyPlanDiff(before, after, differences, claims);
    return changes
      .map((change) => change.significance)
      .sort((a, b) => rank(a) - rank(b))
      .at(0);
  });
  return classes.sort((a, b) => (b ? rank(b) : 9) - (a ? rank(a) : 9)).at(0) ?? 'none';
}

const tells = (significance: string) => significance === 'meaning' || significance === 'breaking';
const edits = editCorpora.flatMap((corpus) =>
  parseEdits(read(`./fixtures/edits/${corpus}.jsonl`)).map((edit) => {
    const significance = classOf(edit);
    return { ...edit, corpus, significance, told: tells(significance) };
  }),
);
const judged = edits.filter((edit) => edit.tell_analysts !== undefined);
const sum = (some: readonly Edit[]) => some.reduce((total, edit) => total + edit.times, 0);
const called = (edit: Edit) => `${edit.object} ${edit.property ?? ''}: ${edit.before} → ${edit.after}`;

describe('edits of published definitions', () => {
  it('are all there', () => {
    expect(judged).toHaveLength(223);
    expect(editCorpora.map((corpus) => sum(edits.filter((edit) => edit.corpus === corpus)))).toEqual([
      625, 583, 685, 1924,
    ]);
  });

  it('misses none of which a reader would warn analysts', () => {
    expect(judged.filter((edit) => edit.tell_analysts && !edit.told).map(called)).toEqual([]);
  });

  it('is only louder than the reader where the author may declare a clarification', () => {
    const louder = judged.filter((edit) => !edit.tell_analysts && edit.told);
    expect(louder.filter((edit) => classOf(edit, true) !== 'editorial').map(called)).toEqual([]);
  });

  it('warns of all that takes something away, and of nothing that only adds', () => {
    const taken = ['renamed', 'property_removed', 'allowed_values_removed', 'unit_changed', 'time_unit_changed'];
    const added = ['allowed_values_added', 'allowed_values_reordered', 'allowed_values_dropped'];
    expect(edits.filter((edit) => taken.includes(edit.kind) && !edit.told).map(called)).toEqual([]);
    expect(edits.filter((edit) => added.includes(edit.kind) && edit.told).map(called)).toEqual([]);
  });

  it('is told in words, and leads from one side to the other', () => {
    for (const { before, after } of edits.flatMap(plansOfEdit)) {
      const differences = diffPlans(before, after);
      expect(diffPlans(applyDifferences(before, differences), after)).toEqual([]);
      for (const { differences: told } of classifyPlanDiff(before, after, differences))
        for (const { why } of told) expect(why).toMatch(/^(?!.*(?:undefined|\[object)).+/su);
    }
  });

  it('is counted in the documentation as it is', () => {
    const rows = grouped(judged, (edit) => [edit.corpus, edit.kind, edit.reading ?? '']).map(([key, some]) => [
      ...key,
      some.length,
      some.filter((edit) => edit.tell_analysts).length,
      some.filter((edit) => edit.told).length,
      some.filter((edit) => edit.tell_analysts && !edit.told).length,
      some.filter((edit) => !edit.tell_analysts && edit.told).length,
    ]);
    const unjudged = edits.filter((edit) => edit.tell_analysts === undefined);
    const classes = grouped(unjudged, (edit) => [edit.corpus, edit.kind]).map(([key, some]) => [
      ...key,
      sum(some),
      ...['breaking', 'meaning', 'additive', 'editorial', 'none'].map((one) =>
        sum(some.filter((edit) => edit.significance === one)),
      ),
    ]);
    expect(documented(editCorpora)).toEqual([...rows, ...classes].map((row) => row.join(' | ')));
  });
});

type Counted = (typeof edits)[number];

function grouped(some: readonly Counted[], keyOf: (edit: Counted) => string[]): [string[], Counted[]][] {
  const groups = new Map<string, [string[], Counted[]]>();
  for (const edit of some) {
    const key = keyOf(edit);
    const group = groups.get(key.join()) ?? [key, []];
    group[1].push(edit);
    groups.set(key.join(), group);
  }
  return [...groups.values()].sort(([a], [b]) => (a.join() < b.join() ? -1 : 1));
}

/** The rows of the tables whose first cell names one of the corpora. */
function documented(corpora: readonly string[]): string[] {
  return read('../../../docs/significance.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => corpora.includes(cells[1] ?? ''))
    .map((cells) => cells.slice(1, -1).join(' | '));
}
