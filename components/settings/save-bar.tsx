'use client';
import { Check } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** The button of a section and, once the server said so, "Saved". */
export function SaveBar({
  label = 'Save',
  isDirty,
  isPending,
  isSaved,
  unavailable,
}: {
  label?: string;
  isDirty: boolean;
  isPending: boolean;
  isSaved: boolean;
  unavailable?: string | undefined;
}) {
  const reason = unavailable ?? (isDirty ? undefined : 'Nothing has changed');
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" variant="primary" pending={isPending} unavailable={reason}>
        {label}
      </Button>
      <p role="status" className="text-added text-sm">
        {isSaved && !isDirty ? (
          <span className="inline-flex items-center gap-1">
            <Check aria-hidden className="size-4" />
            Saved
          </span>
        ) : null}
      </p>
    </div>
  );
}
