import { foldName } from '../../kit/fold';
import { itemKinds } from '../plan/kinds/define';

/** What a typed filter can ask about; the words before the colon. */
export const filterKeys = [
  'kind',
  'owner',
  'stage',
  'category',
  'namespace',
  'lifecycle',
  'tag',
  'source',
  'destination',
  'property',
  'group',
  'class',
  'action',
  'scope',
  'type',
  'changed',
  'review',
  'has',
  'no',
] as const;
export type FilterKey = (typeof filterKeys)[number];

/** What `has:` and `no:` can name. */
export const presenceKeys = [
  'owner',
  'meaning',
  'stage',
  'category',
  'tag',
  'source',
  'destination',
  'property',
  'consumer',
  'class',
  'example',
  'use',
] as const;
export type PresenceKey = (typeof presenceKeys)[number];

/** One condition: any of its values holds, or none when negated. */
export interface FilterTerm {
  readonly key: FilterKey;
  readonly values: readonly string[];
  readonly negated: boolean;
}

/** A filter as it was typed: conditions that all hold, and words that all occur. */
export interface ItemFilter {
  readonly terms: readonly FilterTerm[];
  readonly words: readonly string[];
}

/** A part of a filter that means nothing, in words. */
export interface FilterIssue {
  readonly code: 'filter.unknown-key' | 'filter.empty-value' | 'filter.unknown-value';
  readonly part: string;
  readonly message: string;
}

const token = /(-?)([a-z]+):((?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)?|"([^"]*)"|(\S+)/giu;

/** Reads `owner:me stage:activation,retention -tag:old "free words"`; what cannot be read is an issue and never narrows the list. */
export function parseFilter(text: string): { readonly filter: ItemFilter; readonly issues: readonly FilterIssue[] } {
  const terms: FilterTerm[] = [];
  const words: string[] = [];
  const issues: FilterIssue[] = [];
  for (const [part, minus, rawKey, rawValues, quoted, word] of text.slice(0, 2_000).matchAll(token)) {
    if (rawKey === undefined) {
      const free = foldName(quoted ?? word ?? '');
      if (free !== '') words.push(free);
      continue;
    }
    const key = filterKeys.find((known) => known === rawKey.toLowerCase());
    if (!key) {
      if (rawValues === undefined || /^(https?|mailto)$/iu.test(rawKey)) words.push(foldName(part));
      else
        issues.push({
          code: 'filter.unknown-key',
          part,
          message: `"${rawKey}" is not something to filter by; try ${filterKeys.join(', ')}`,
        });
      continue;
    }
    const values = valuesOf(rawValues ?? '');
    const issue = issueOf(key, values, part);
    if (issue) issues.push(issue);
    else terms.push({ key, values, negated: minus === '-' });
  }
  return { filter: { terms, words }, issues };
}

/** The filter as text again; parsing it gives the same filter. */
export function formatFilter(filter: ItemFilter): string {
  const terms = filter.terms.map(
    (term) => `${term.negated ? '-' : ''}${term.key}:${term.values.map(quoted).join(',')}`,
  );
  return [...terms, ...filter.words.map(quoted)].join(' ');
}

/** The filter without one of its conditions or words, counted terms first. */
export function withoutPart(filter: ItemFilter, index: number): ItemFilter {
  const inTerms = index < filter.terms.length;
  return {
    terms: inTerms ? filter.terms.filter((_, at) => at !== index) : filter.terms,
    words: inTerms ? filter.words : filter.words.filter((_, at) => at !== index - filter.terms.length),
  };
}

/** The filter with a condition in place of the one with the same key, or without it when there are no values. */
export function withTerm(filter: ItemFilter, key: FilterKey, values: readonly string[]): ItemFilter {
  const rest = filter.terms.filter((term) => term.key !== key || term.negated);
  return { ...filter, terms: values.length === 0 ? rest : [...rest, { key, values, negated: false }] };
}

/** `<30d` as days: at most or at least so many. */
export function parseAge(
  text: string,
): { readonly comparison: 'within' | 'before'; readonly days: number } | undefined {
  const match = /^([<>]?)(\d{1,5})([dwmy])$/iu.exec(text);
  if (!match) return undefined;
  const unit = { d: 1, w: 7, m: 30, y: 365 }[(match[3] ?? 'd').toLowerCase()] ?? 1;
  return { comparison: match[1] === '>' ? 'before' : 'within', days: Number(match[2]) * unit };
}

function valuesOf(text: string): string[] {
  const found = [...text.matchAll(/"([^"]*)"|([^",]+)/gu)].map((match) => (match[1] ?? match[2] ?? '').trim());
  return found.filter((one) => one !== '');
}

function issueOf(key: FilterKey, values: readonly string[], part: string): FilterIssue | undefined {
  if (values.length === 0) return { code: 'filter.empty-value', part, message: `"${key}:" needs a value` };
  if (key === 'changed' && values.some((value) => !parseAge(value))) {
    return {
      code: 'filter.unknown-value',
      part,
      message: 'Write a time such as changed:<30d, changed:<2w or changed:>6m',
    };
  }
  if (key === 'kind' && values.some((value) => !itemKinds.some((known) => known === value.toLowerCase())))
    return { code: 'filter.unknown-value', part, message: `"kind:" takes ${itemKinds.join(', ')}` };
  if (
    (key === 'has' || key === 'no') &&
    values.some((value) => !presenceKeys.some((known) => known === value.toLowerCase()))
  ) {
    return { code: 'filter.unknown-value', part, message: `"${key}:" takes ${presenceKeys.join(', ')}` };
  }
  if (key === 'review' && values.some((value) => !['overdue', 'planned', 'none'].includes(value.toLowerCase()))) {
    return { code: 'filter.unknown-value', part, message: '"review:" takes overdue, planned or none' };
  }
  return undefined;
}

function quoted(value: string): string {
  return /[\s,:]/u.test(value) || value.startsWith('-') ? `"${value}"` : value;
}
