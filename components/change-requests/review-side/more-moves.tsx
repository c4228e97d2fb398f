'use client';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useMove } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { AskEmergency, askRefusal } from '../emergency/ask-emergency';
import { SplitDialog } from '../split/split-dialog';
import { moveOf } from './decide';
import { ReasonDialog } from './reason-dialog';

export interface MoreMovesProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly onRequestChanges: () => void;
}

/** What is done with a request now and then: asking for changes, and closing it. */
export function MoreMoves({ view, place, onRequestChanges }: MoreMovesProps) {
  const close = useMove(place, view.number, 'close');
  const [isClosing, setClosing] = useState(false);
  const { role } = usePlan();
  const [isAsking, setAsking] = useState(false);
  const [isSplitting, setSplitting] = useState(false);
  const refusal = (move: string) => (moveOf(view, move).enabled ? undefined : moveOf(view, move).whyNot);
  return (
    <>
      <DropdownMenu
        label="More"
        trigger={
          <IconButton label="More" size="control">
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          onSelect={onRequestChanges}
          keys={keysOf('review.request-changes')}
          unavailable={refusal('request-changes')}
        >
          Request changes
        </MenuItem>
        <MenuItem
          onSelect={() => setSplitting(true)}
          unavailable={view.changes.length < 2 ? 'It has one change only.' : refusal('edit')}
        >
          Merge only some…
        </MenuItem>
        <MenuItem onSelect={() => setAsking(true)} unavailable={askRefusal(view, role)}>
          Merge in an emergency…
        </MenuItem>
        <MenuItem onSelect={() => setClosing(true)} unavailable={refusal('close')}>
          Close without merging
        </MenuItem>
      </DropdownMenu>
      <AskEmergency view={view} place={place} open={isAsking} onOpenChange={setAsking} />
      <SplitDialog view={view} place={place} open={isSplitting} onOpenChange={setSplitting} />
      <ReasonDialog
        open={isClosing}
        onOpenChange={setClosing}
        title={`Close #${view.number} without merging?`}
        description="Nothing in the plan changes. What was proposed and said stays readable, and it can be reopened."
        label="Reason"
        confirmLabel="Close change request"
        onConfirm={async (reason) => {
          await close.mutateAsync({ body: { reason }, lockVersion: view.lockVersion });
          announce(`#${view.number} is closed`);
        }}
      />
    </>
  );
}
