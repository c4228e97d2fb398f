/** Why the text of a cell says no value, and what may have been meant. */
export interface CellFault {
  readonly words: string;
  readonly suggestions: readonly string[];
}

/** A fault without a guess. */
export function fault(words: string, suggestions: readonly string[] = []): CellFault {
  return { words, suggestions };
}
