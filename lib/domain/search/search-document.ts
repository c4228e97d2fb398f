/** What the look-up knows of an item. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly displayName: string;
  readonly meaning: string;
  readonly formerNames: readonly string[];
  readonly values: readonly string[];
  readonly tags: readonly string[];
  readonly owner: string;
  readonly lifecycle: string;
  readonly category?: string;
  /** Names of the properties it carries. */
  readonly properties?: readonly string[];
  /** Whatever else is said of it: when it fires, what does not count, notes. */
  readonly details?: string;
}

/** Where a word stands. The number is its place in `boosts`. */
export const field = {
  name: 0,
  formerName: 1,
  displayName: 2,
  value: 3,
  tag: 4,
  property: 5,
  meaning: 6,
  details: 7,
} as const;

export const fieldCount = 8;
