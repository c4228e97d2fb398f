import type { SearchDocument } from './search-document';

/** A word of the glossary as a look-up needs it. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  readonly anchor: string;
  readonly aliases: readonly string[];
  readonly definition: string;
}

/** A term made ready for an index of its own. */
export interface TermDocument extends SearchDocument {
  readonly anchor: string;
}

/** A word of the glossary as a document: its other words are found as former names are. */
export function termDocument({ id, term, anchor, aliases, definition }: GlossaryEntry): TermDocument {
  return {
    ...{ id, anchor, kind: 'term', name: term, namespace: null, displayName: '', meaning: definition },
    ...{ formerNames: aliases, values: [], tags: [], owner: '', lifecycle: 'live' },
  };
}
