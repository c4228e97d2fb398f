import type { DraftEvent, DraftUse } from '@/lib/domain/transfer/draft';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** An event while its rows are gathered. */
export type RowEvent = Mutable<DraftEvent> & {
  rows: number[];
  uses: DraftUse[];
  extras: Map<string, string>;
  /** Values of the columns that may become the namespace. */
  readonly apart: readonly string[];
};
