'use client';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

export interface PlanSettingsNotesProps {
  /** What is edited: "review policy". */
  what: string;
  problem: string | undefined;
  conflict: { takeTheirs: () => void; saveMine: () => void } | undefined;
}

/** Why settings were not saved, and the way on; nothing when all is well. */
export function PlanSettingsNotes({ what, problem, conflict }: PlanSettingsNotesProps) {
  return (
    <div role="alert">
      {problem ? (
        <Callout tone="problem" title="Not saved">
          {problem} Your changes are still here.
        </Callout>
      ) : null}
      {conflict ? (
        <Callout
          tone="warning"
          title={`Somebody else saved another ${what} meanwhile`}
          action={
            <div className="flex flex-wrap gap-2">
              <Button size="toolbar" onClick={conflict.takeTheirs}>
                Take theirs
              </Button>
              <Button size="toolbar" onClick={conflict.saveMine}>
                Save mine instead
              </Button>
            </div>
          }
        >
          Your changes are still here and not saved.
        </Callout>
      ) : null}
    </div>
  );
}
