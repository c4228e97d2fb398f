'use client';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Kbd } from '@/components/ui/kbd';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { counted } from '@/lib/kit/grouped';
import { namesInRow, refusalWords } from './words';

/** More people than these are counted. */
const mostNamed = 24;

export interface MergeBoxProps {
  readonly view: ChangeRequestView;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onMerge: () => void;
}

/** The last look before a merge: what becomes the plan, and who will be told. */
export function MergeBox({ view, error, isPending, onMerge }: MergeBoxProps) {
  useShortcut('form.submit', onMerge, { inLayer: true, isPending });
  const told = view.told.map(({ name }) => name);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <h2 className="font-semibold text-base">Merge #{view.number} as a new release?</h2>
      {error ? <ErrorBanner>{refusalWords(error)}</ErrorBanner> : null}
      <p className="break-words">
        {counted(view.changes.length, 'change')}
        {view.summary ? `: ${view.summary}` : ''}
      </p>
      {view.impact.words ? <p className="break-words text-muted">Reaches {view.impact.words}.</p> : null}
      <p className="break-words text-muted">
        {told.length === 0 ? 'Nobody has to be told.' : `Will be told: ${namesInRow(told, mostNamed)}.`}
      </p>
      <Button variant="primary" className="self-end" pending={isPending} onClick={onMerge}>
        Merge
        <Kbd keys={keysOf('form.submit')} />
      </Button>
    </div>
  );
}
