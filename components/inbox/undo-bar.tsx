'use client';
import { keysOf } from '@/components/shared/keyboard/registry';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import type { Step } from './use-triage-actions';
import { titleOf } from './words';

/** What was done last, and the way back; it stays, since nobody should have to hurry. */
export function UndoBar({ step, onUndo, className }: { step: Step; onUndo: () => void; className?: string }) {
  return (
    <div
      className={cn('flex shrink-0 items-center gap-3 border-border border-t bg-surface px-4 py-2 text-sm', className)}
    >
      <p className="min-w-0 flex-1 truncate">
        <span className="text-muted">{step.words}:</span> {titleOf(step.entry)}
      </p>
      <Button size="toolbar" onClick={onUndo}>
        Undo
        <Kbd keys={keysOf('inbox.undo')} />
      </Button>
    </div>
  );
}
