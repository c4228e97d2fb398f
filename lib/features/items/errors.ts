import type { ItemRef } from '@/lib/contracts/items';
import type { AccessDenied } from '@/lib/domain/access/can';
import type { PlanAtError } from '@/lib/store/read-plan-at';

/** No item answers to that name or id; the nearest ones are named. */
export interface ItemNotFound {
  readonly code: 'item.not-found';
  readonly detail: string;
  readonly nearest: readonly ItemRef[];
  /** Set when the item existed and was removed in this release. */
  readonly removedIn: number | null;
}

export type ReadItemError = AccessDenied | PlanAtError | ItemNotFound;
