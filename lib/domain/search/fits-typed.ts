import { foldName } from '@/lib/kit/fold';
import type { FilterTerm } from '../plan-query/filter';
import type { TypedQuery } from '../plan-query/typed-query';
import type { SearchDocument } from './search-document';

type Values = (document: SearchDocument) => readonly string[];

/** The conditions that a look-up can answer from its documents alone; the search page answers all. */
const known: Readonly<Record<string, Values>> = {
  owner: ({ owner }) => [owner],
  lifecycle: ({ lifecycle }) => [lifecycle],
  tag: ({ tags }) => tags,
  category: ({ category }) => [category ?? ''],
  namespace: ({ namespace }) => [namespace ?? ''],
  property: ({ properties }) => properties ?? [],
};

const needsReader = ({ key, values }: FilterTerm) => key === 'owner' && values.some((value) => value === 'me');

/** Whether a look-up can tell what fits the conditions of a search. */
export function canTell({ filter }: TypedQuery): boolean {
  return filter.terms.every((term) => term.key in known && !needsReader(term));
}

/** Whether a document fits the conditions of a search: any value of each, none of those that are negated. */
export function fitsTyped(document: SearchDocument, { filter, kinds }: TypedQuery): boolean {
  if (kinds.length > 0 && !kinds.includes(document.kind)) return false;
  return filter.terms.every(({ key, values, negated }) => {
    const own = new Set((known[key]?.(document) ?? []).map(foldName));
    const holds = values.some((value) => own.has(value === 'none' ? '' : foldName(value)));
    return holds !== negated;
  });
}
