import type { RequirementView } from '@/lib/contracts/change-requests';
import type { SplitOptionsView } from '@/lib/contracts/request-splits';

type Needs = SplitOptionsView['needs'];

/** What a tick or its end made of the choice, and in words what went along with it. */
export interface Chosen {
  readonly stays: ReadonlySet<string>;
  /** Items that followed the one that was pressed. */
  readonly along: readonly string[];
}

/** Chooses an item with all it needs, or gives it up with all that need it. */
export function choose(stays: ReadonlySet<string>, itemId: string, isChosen: boolean, needs: Needs): Chosen {
  const [from, to] = isChosen ? (['itemId', 'needs'] as const) : (['needs', 'itemId'] as const);
  const linked = Map.groupBy(needs, (need) => need[from]);
  const reached = new Set([itemId]);
  for (const id of reached) for (const need of linked.get(id) ?? []) reached.add(need[to]);
  const next = new Set(stays);
  for (const id of reached) {
    if (isChosen) next.add(id);
    else next.delete(id);
  }
  const along = [...reached].filter((id) => id !== itemId && stays.has(id) !== isChosen);
  return { stays: next, along };
}

/** Why an item goes with another, in sentences; of those that concern the choice. */
export function tiesOf(itemId: string, needs: Needs): string[] {
  return needs.filter((need) => need.itemId === itemId || need.needs === itemId).map((need) => need.words);
}

/** Requirements that would still be missing for what stays. */
export function missingFor(
  stays: ReadonlySet<string>,
  requirements: readonly Pick<RequirementView, 'met' | 'itemIds' | 'words'>[],
): string[] {
  return requirements
    .filter((one) => !one.met && (one.itemIds.length === 0 || one.itemIds.some((id) => stays.has(id))))
    .map((one) => one.words.replace(/, missing for \d+ of \d+ changes$/u, ''));
}
