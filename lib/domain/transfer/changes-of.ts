import type { Change } from '../plan/change';
import { proposeItems } from './changes/complete-items';
import { type DraftContext, Proposal } from './changes/proposal';
import { proposeEvents } from './changes/row-events';
import type { Draft } from './draft';

/** What a file would do to a plan. */
export interface DraftChanges {
  readonly changes: readonly Change[];
  /** Items of the file that are in the plan just so. */
  readonly same: number;
}

/** The changes that take a plan to what a file says; the same file again gives none. Whatever is left out is a finding. */
export function changesOf(draft: Draft, context: DraftContext): DraftChanges {
  const proposal = new Proposal(context);
  if (draft.items.length > 0) proposeItems(draft.items, context, proposal);
  if (draft.events.length > 0) proposeEvents(draft.events, context, proposal);
  const changes = proposal.finish();
  return { changes, same: proposal.same };
}
