import type { HealthKind } from './kinds';

/** One thing that one item lacks, with the field in which it is put right. */
export interface HealthFinding {
  readonly kind: HealthKind;
  readonly itemId: string;
  /** Where the fix is written; `null` when it is no single field. */
  readonly field: string | null;
  readonly words: string;
  /** The other items it is about, such as the one it nearly doubles. */
  readonly otherIds: readonly string[];
}

/** What one release's plan lacked, in numbers. */
export interface HealthCounts {
  /** Items that are looked at: all but the retired. */
  readonly items: number;
  /** Items without any finding. */
  readonly clean: number;
  /** Items with a finding of each kind. */
  readonly found: Readonly<Record<HealthKind, number>>;
  /** Items that a kind is asked of. */
  readonly asked: Readonly<Record<HealthKind, number>>;
}

/** The share of items without findings, in whole percent rounded down; a plan without items lacks nothing. */
export function healthScore(counts: Pick<HealthCounts, 'items' | 'clean'>): number {
  return counts.items === 0 ? 100 : Math.floor((100 * counts.clean) / counts.items);
}
