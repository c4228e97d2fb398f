'use client';
import { announce } from '@/components/ui/announce';
import { useEmergencyMove } from '@/lib/client/emergency-merges';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { includesRole, type Role } from '@/lib/domain/access/roles';
import { moveOf } from '../review-side/decide';
import { ReasonDialog } from '../review-side/reason-dialog';
import { namesInRow } from '../review-side/words';

/** Why the reader cannot ask for an emergency merge, as far as the page knows; the plan's rules have the last word. */
export function askRefusal(
  view: Pick<ChangeRequestView, 'status' | 'moves' | 'requirements'>,
  role: Role,
): string | undefined {
  if (!includesRole(role, 'approver')) return 'An emergency merge is asked for by approvers and admins.';
  if (view.status === 'draft') return 'It is a draft: send it for review first.';
  if (moveOf(view, 'merge').enabled || view.requirements.every((one) => one.met))
    return 'Nothing is missing: it can be merged as usual.';
  return undefined;
}

export interface AskEmergencyProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks for an emergency merge: what it would go without, and why it cannot wait. */
export function AskEmergency({ view, place, open, onOpenChange }: AskEmergencyProps) {
  const move = useEmergencyMove(place, view.number);
  const missing = view.requirements.filter((one) => !one.met).map((one) => one.words);
  return (
    <ReasonDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Merge #${view.number} in an emergency?`}
      description={`It would go without: ${namesInRow(missing, 6)}. A second approver confirms within an hour, everybody reads the reason, and a banner stays until somebody else has reviewed it.`}
      label="Why it cannot wait"
      isRequired
      confirmLabel="Ask for an emergency merge"
      onConfirm={async (reason) => {
        await move.mutateAsync({ what: 'ask', text: reason });
        announce('It waits for a second person');
      }}
    />
  );
}
