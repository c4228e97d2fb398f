'use client';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { PlanSettingsNotes } from './plan-settings-notes';
import { SaveBar } from './save-bar';
import type { PlanSettings } from './use-plan-settings';

interface PlanSettingsFormProps<T> {
  title: string;
  /** What somebody else may have saved meanwhile: "review policy". */
  what: string;
  saveLabel: string;
  settings: PlanSettings<T>;
  /** What discarding goes back to. */
  stored: T;
  mayEdit: boolean;
  /** What is stored cannot be read, so that saving is worth it as it is. */
  isUnreadable?: boolean;
  /** Why it cannot be saved as it is. */
  unavailable?: string | undefined;
  /** Said below the buttons. */
  note?: ReactNode;
  children: ReactNode;
}

/** Settings of a plan with their buttons, for those who may change them; the page's own title stands above it. */
export function PlanSettingsForm<T>({
  title,
  what,
  saveLabel,
  settings,
  stored,
  mayEdit,
  isUnreadable = false,
  unavailable,
  note,
  children,
}: PlanSettingsFormProps<T>) {
  const id = useId();
  return (
    <form
      aria-labelledby={id}
      className="flex flex-col gap-12"
      onSubmit={(event) => {
        event.preventDefault();
        if (unavailable === undefined) void settings.submit();
      }}
    >
      <h2 id={id} className="sr-only">
        {title}
      </h2>
      {children}
      {mayEdit ? (
        <div className="flex flex-col gap-3">
          <PlanSettingsNotes what={what} {...settings} />
          <div className="flex flex-wrap items-center gap-3">
            <SaveBar
              label={saveLabel}
              isDirty={settings.isDirty || isUnreadable}
              isPending={settings.isPending}
              isSaved={settings.isSaved}
              unavailable={unavailable}
            />
            {settings.isDirty ? (
              <Button variant="ghost" onClick={() => settings.change(stored)}>
                Discard changes
              </Button>
            ) : null}
          </div>
          {note ? <p className="text-muted text-sm">{note}</p> : null}
        </div>
      ) : null}
    </form>
  );
}
