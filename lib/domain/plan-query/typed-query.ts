import { filterKeys, type ItemFilter, parseFilter } from './filter';

/** What was typed into a search: conditions such as `owner:Growth`, and the words that are left, as they were typed. */
export interface TypedQuery {
  readonly words: string;
  readonly filter: ItemFilter;
  /** The part that asks for some kinds: `kind:event,property`. */
  readonly kinds: readonly string[];
}

const condition = /(?<!\S)-?([a-z]+):(?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*(?!\S)/giu;
const known: ReadonlySet<string> = new Set(filterKeys);

/** Takes the conditions out of a search: the keys of the lists' filters, and `kind`. What is no condition stays a word. */
export function readTypedQuery(typed: string): TypedQuery {
  const conditions: string[] = [];
  const kinds: string[] = [];
  const words = typed.slice(0, 2_000).replace(condition, (part: string, key: string) => {
    const name = key.toLowerCase();
    if (name === 'kind' && !part.startsWith('-')) {
      kinds.push(...part.slice(5).replaceAll('"', '').toLowerCase().split(','));
      return ' ';
    }
    if (!known.has(name) || parseFilter(part).issues.length > 0) return part;
    conditions.push(part);
    return ' ';
  });
  const { terms } = parseFilter(conditions.join(' ')).filter;
  return { words: words.replace(/\s+/gu, ' ').trim(), filter: { terms, words: [] }, kinds };
}
