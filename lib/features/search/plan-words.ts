import 'server-only';
import type { MarkedText, SearchTerm, TermHit } from '@/lib/contracts/search';
import { shortened } from '@/lib/domain/plan-query/item-ref';
import { buildSearchIndex, type SearchIndex } from '@/lib/domain/search/build-search-index';
import { type Marker, markText, rangesIn } from '@/lib/domain/search/highlight';
import { searchIndex, searchMarker } from '@/lib/domain/search/search-index';
import { type TermDocument, termDocument } from '@/lib/domain/search/term-document';
import type { Tx } from '@/lib/infra/db/transaction';
import { listTermsAsOf } from '@/lib/store/glossary-at';
import type { Plan } from '@/lib/store/plans';
import type { At } from '@/lib/store/read-plan-at';
import { listSynonyms } from '@/lib/store/synonyms';

const mostOfDefinition = 300;
const mostTerms = 5;

/** The words of a plan's own that a search knows besides its items: its glossary as of then, and its synonyms, which belong to no release. */
export interface PlanWords {
  readonly terms: readonly SearchTerm[];
  readonly synonyms: readonly (readonly string[])[];
}

/** Reads the glossary, as of a release or a date, and the synonyms of a plan. */
export async function readPlanWords(tx: Tx, plan: Plan, at: At): Promise<PlanWords> {
  const [terms, sets] = await Promise.all([listTermsAsOf(tx, plan, at), listSynonyms(tx, plan.workspaceId, plan.id)]);
  return {
    terms: terms.map(({ id, term, foldedKey, aliases, definition }) => ({
      ...{ id, term, anchor: foldedKey, aliases: [...aliases] },
      definition: shortened(definition, mostOfDefinition),
    })),
    synonyms: sets.map(({ words }) => words),
  };
}

/** The terms that some words ask for, best first. */
export function findTerms({ terms, synonyms }: PlanWords, q: string): TermHit[] {
  if (q.trim() === '' || terms.length === 0) return [];
  const index = buildSearchIndex(terms.map(termDocument), { synonyms });
  const marker = searchMarker(index, q);
  return searchIndex(index, q, mostTerms).map((hit) => termHit(hit.document, hit.weak, marker));
}

function termHit({ id, anchor, name, meaning, formerNames }: TermDocument, weak: boolean, marker: Marker): TermHit {
  const marked = (text: string): MarkedText => markText(text, rangesIn(text, marker));
  const term = marked(name);
  const alias = formerNames.find((other) => rangesIn(other, marker).length > 0) ?? null;
  const isNamed = term.some((piece) => piece.marked);
  return { id, anchor, term, definition: marked(meaning), alias: isNamed ? null : alias, weak };
}

const spoken = new WeakMap<SearchIndex, { readonly key: string; readonly index: SearchIndex }>();

/** An index that knows a plan's synonyms; the same one as long as they stay the same, since it remembers the last words. */
export function knowing<I extends SearchIndex>(index: I, synonyms: PlanWords['synonyms']): I {
  if (synonyms.length === 0) return index;
  const key = JSON.stringify(synonyms);
  const known = spoken.get(index);
  if (known?.key === key) return known.index as I;
  const made = { ...index, synonyms };
  spoken.set(index, { key, index: made });
  return made;
}
