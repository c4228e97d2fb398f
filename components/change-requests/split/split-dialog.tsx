'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { planHref } from '@/components/shared/plan-href';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Skeleton } from '@/components/ui/skeleton';
import { notify } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { splitOptions, useSplit } from '@/lib/client/request-splits';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import type { SplitOptionsView } from '@/lib/contracts/request-splits';
import { counted } from '@/lib/kit/grouped';
import { namesInRow, refusalWords } from '../review-side/words';
import { choose, missingFor, tiesOf } from './choice';

export interface SplitDialogProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Chooses which changes stay in a request; the others leave for a follow-up with their discussion and approvals. */
export function SplitDialog({ view, place, open, onOpenChange }: SplitDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Merge only some of #${view.number}`}
      description="What you leave out moves to a follow-up request with its discussion and the approvals that still hold."
    >
      {open ? <SplitChoice view={view} place={place} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function SplitChoice({
  view,
  place,
  onDone,
}: Omit<SplitDialogProps, 'open' | 'onOpenChange'> & { onDone: () => void }) {
  const options = useQuery(splitOptions(place, view.number, view.lockVersion));
  if (options.isError)
    return <ErrorBanner onRetry={() => void options.refetch()}>{wordsFor(options.error)}</ErrorBanner>;
  if (!options.data)
    return (
      <div className="flex flex-col gap-2" aria-busy>
        {view.changes.slice(0, 5).map((row) => (
          <Skeleton key={row.itemId} className="h-8" />
        ))}
      </div>
    );
  return <SplitForm view={view} place={place} needs={options.data.needs} onDone={onDone} />;
}

interface FormProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly needs: SplitOptionsView['needs'];
  readonly onDone: () => void;
}

function SplitForm({ view, place, needs, onDone }: FormProps) {
  const router = useRouter();
  const split = useSplit(place, view.number);
  // What could merge now stays; where all or nothing could, the reader begins with everything.
  const [stays, setStays] = useState<ReadonlySet<string>>(() => startOf(view, needs));
  const [title, setTitle] = useState(`${view.title} (follow-up)`.slice(0, 200));
  const staying = view.changes.filter((row) => stays.has(row.itemId)).length;
  const leaving = view.changes.length - staying;
  const refusal =
    staying === 0
      ? 'Choose at least one change that stays.'
      : leaving === 0
        ? 'Everything stays: untick what a follow-up shall bring.'
        : title.trim() === ''
          ? 'Give the follow-up a title.'
          : undefined;
  const missing = missingFor(stays, view.requirements);
  const names = new Map(view.changes.map((row) => [row.itemId, row.name]));
  const toggle = (row: ChangeRow, isChosen: boolean) => {
    const next = choose(stays, row.itemId, isChosen, needs);
    setStays(next.stays);
    const also = namesInRow(next.along.flatMap((id) => names.get(id) ?? []));
    if (also !== '') announce(`${row.name} and ${also} ${isChosen ? 'stay' : 'leave'} together`);
  };
  const send = async () => {
    if (refusal !== undefined || split.isPending) return;
    const chosen = view.changes.flatMap((row) => (stays.has(row.itemId) ? [row.itemId] : []));
    const done = await split
      .mutateAsync({ stays: chosen, title: title.trim(), lockVersion: view.lockVersion })
      .catch(() => null);
    if (!done) return;
    onDone();
    notify(`${counted(leaving, 'item')} moved to #${done.followUp.number}`, {
      undo: () => router.push(planHref(place, `change-requests/${done.followUp.number}`)),
      undoLabel: `Open #${done.followUp.number}`,
    });
  };
  useShortcut('form.submit', () => void send(), { inLayer: true, isPending: split.isPending });
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {split.error ? <ErrorBanner>{refusalWords(split.error)}</ErrorBanner> : null}
      <fieldset className="min-w-0">
        <legend className="mb-1 font-medium text-sm">What stays in #{view.number}</legend>
        <ul
          className="max-h-[40vh] divide-y divide-border overflow-y-auto rounded-card border border-border"
          onKeyDown={walk}
        >
          {view.changes.map((row) => (
            <SplitRow
              key={row.itemId}
              row={row}
              stays={stays.has(row.itemId)}
              ties={tiesOf(row.itemId, needs)}
              onToggle={toggle}
            />
          ))}
        </ul>
      </fieldset>
      <Field label="Title of the follow-up" required>
        {(control) => <Input {...control} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <div className="flex flex-col gap-1 text-muted text-sm" aria-live="polite">
        <p>
          {counted(staying, 'change')} {staying === 1 ? 'stays' : 'stay'}, {leaving}{' '}
          {leaving === 1 ? 'leaves' : 'leave'}.
        </p>
        {staying > 0 && leaving > 0 && view.status !== 'draft' ? (
          <p className="break-words">
            {missing.length === 0
              ? 'Nothing is missing for what stays: it can be merged at once.'
              : `Still missing for what stays: ${namesInRow(missing)}.`}
          </p>
        ) : null}
      </div>
      <Button type="submit" variant="primary" className="self-end" pending={split.isPending} unavailable={refusal}>
        {leaving > 0 && staying > 0 ? `Leave ${counted(leaving, 'item')} for a follow-up` : 'Leave for a follow-up'}
        <Kbd keys={keysOf('form.submit')} />
      </Button>
    </form>
  );
}

interface RowProps {
  readonly row: ChangeRow;
  readonly stays: boolean;
  readonly ties: readonly string[];
  readonly onToggle: (row: ChangeRow, isChosen: boolean) => void;
}

function SplitRow({ row, stays, ties, onToggle }: RowProps) {
  const id = useId();
  return (
    <li className="flex min-w-0 items-start gap-2.5 px-3 py-2">
      <Checkbox
        id={id}
        className="mt-0.5"
        checked={stays}
        aria-describedby={`${id}-why`}
        onCheckedChange={(checked) => onToggle(row, checked === true)}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 text-sm">
        <label htmlFor={id} className="flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="break-words font-medium">{row.name}</span>
          <SignificanceBadge significance={row.significance} />
        </label>
        <div id={`${id}-why`} className="flex flex-col break-words text-muted">
          <span>
            {row.approvedBy.length > 0 ? `Approved by ${namesInRow(row.approvedBy)}.` : 'Not approved yet.'}
            {row.unresolvedThreads > 0 ? ` ${counted(row.unresolvedThreads, 'open discussion')}.` : ''}
          </span>
          {ties.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </div>
      </div>
    </li>
  );
}

/** Approved items with what they need; everything where that is all or nothing. */
function startOf(view: ChangeRequestView, needs: SplitOptionsView['needs']): ReadonlySet<string> {
  const missing = new Set(view.requirements.filter((one) => !one.met).flatMap((one) => one.itemIds));
  let stays: ReadonlySet<string> = new Set(view.changes.map((row) => row.itemId));
  for (const itemId of missing) stays = choose(stays, itemId, false, needs).stays;
  return stays.size > 0 ? stays : new Set(view.changes.map((row) => row.itemId));
}

/** Up and down walk the list; space ticks. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=checkbox]')];
  const at = boxes.indexOf(document.activeElement as HTMLElement);
  const next = boxes[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
