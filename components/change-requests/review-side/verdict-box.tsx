'use client';
import { useEffect, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { useMentions } from '@/components/shared/mentions/use-mentions';
import { usePlan } from '@/components/shared/plan-context';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import type { VerdictKind } from '@/lib/domain/review/change-request';
import { counted, grouped } from '@/lib/kit/grouped';
import { changedSince, moveOf } from './decide';
import type { GivenVerdict } from './use-verdict';
import { namesInRow, refusalWords, unseenWords, verdictButton } from './words';

export interface VerdictBoxProps {
  readonly view: ChangeRequestView;
  /** Asked for by a key or a button; may change while the box is open. */
  readonly kind: VerdictKind;
  readonly onKind: (kind: VerdictKind) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
  /** The changes an approval would cover as they were when the box opened; `null` where the server decides. */
  readonly read: readonly ChangeRow[] | null;
  /** Takes the changes as they are now. */
  readonly onLookedAgain: () => void;
  /** How many of the reader's comments go out with it. */
  readonly kept: number;
  readonly unseenLoud: readonly { readonly itemId: string; readonly name: string }[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onGive: (verdict: GivenVerdict) => void;
}

/** More changes than this are covered together, without a tick for each. */
const mostTicks = 50;

/** Where a verdict is given: which, what an approval covers, and a note. */
export function VerdictBox({
  view,
  kind,
  onKind,
  note,
  onNote,
  read,
  onLookedAgain,
  kept,
  unseenLoud,
  error,
  isPending,
  onGive,
}: VerdictBoxProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const { workspace } = usePlan();
  const [isFocused, setFocused] = useState(false);
  const mentions = useMentions({ workspace, box, text: note, onText: onNote, isFocused });
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  const approve = moveOf(view, 'approve');
  const requestChanges = moveOf(view, 'request-changes');
  const moved = read
    ? changedSince(read, view.changes).filter((row) => read.some((one) => one.itemId === row.itemId))
    : [];
  const covers = read?.filter((row) => !left.has(row.itemId)) ?? null;
  const isApproving = kind === 'approve';
  const unseen = isApproving ? unseenWords(unseenLoud.filter((one) => !left.has(one.itemId))) : '';
  const complaint = complaintOf({ kind, note, kept, covers, isMoved: isApproving && moved.length > 0 });
  const give = () => {
    setTried(true);
    if (complaint !== '') {
      if (kind !== 'approve') box.current?.focus();
      return;
    }
    onGive({ kind, body: note.trim(), covers });
  };
  useShortcut('form.submit', give, { inLayer: true, isPending });
  return (
    <div className="flex flex-col gap-3">
      <h2 className="font-semibold text-base">Your verdict on #{view.number}</h2>
      {error ? <ErrorBanner>{refusalWords(error, 'Your note is kept.')}</ErrorBanner> : null}
      <RadioCards
        label="Verdict"
        value={kind}
        onValueChange={onKind}
        columns={3}
        options={[
          { value: 'approve', label: 'Approve', disabled: !approve.enabled },
          { value: 'request-changes', label: 'Request changes', disabled: !requestChanges.enabled },
          { value: 'comment', label: 'Comment' },
        ]}
      />
      {approve.enabled ? null : <p className="text-muted text-sm">{approve.whyNot}</p>}
      {isApproving ? (
        <>
          {moved.length > 0 ? (
            <Callout
              tone="warning"
              action={
                <Button size="toolbar" onClick={onLookedAgain}>
                  I have looked again
                </Button>
              }
            >
              {namesInRow(moved.map((row) => row.name))} changed while you read; look again.
            </Callout>
          ) : null}
          {unseen ? <Callout tone="warning">{unseen}</Callout> : null}
          <Covers read={read} left={left} onLeft={setLeft} total={view.changes.length} />
        </>
      ) : null}
      <Field
        label={kind === 'request-changes' ? 'What has to change' : isApproving ? 'Note' : 'Comment'}
        required={kind === 'request-changes' || (kind === 'comment' && kept === 0)}
        error={isTried && complaint !== '' ? complaint : undefined}
      >
        {(control) => (
          <div className="relative">
            <Textarea
              {...control}
              {...mentions.control}
              ref={box}
              dir="auto"
              className="w-full"
              minRows={3}
              maxRows={10}
              value={note}
              onChange={(event) => {
                onNote(event.target.value);
                mentions.follow();
              }}
              onSelect={mentions.follow}
              onKeyDown={(event) => void mentions.onKeyDown(event)}
              onFocus={() => setFocused(true)}
              onBlur={() => setFocused(false)}
            />
            {mentions.list}
          </div>
        )}
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-subtle">
          {kept > 0
            ? `Sends ${counted(kept, 'comment')} of yours that nobody else sees yet.`
            : 'Markdown works; @ names somebody.'}
        </p>
        <Button variant="primary" pending={isPending} onClick={give}>
          {verdictButton(kind, covers?.length ?? null, view.changes.length)}
          <Kbd keys={keysOf('form.submit')} />
        </Button>
      </div>
    </div>
  );
}

function Covers({
  read,
  left,
  onLeft,
  total,
}: {
  read: readonly ChangeRow[] | null;
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
  total: number;
}) {
  if (read === null) {
    return (
      <p className="text-muted text-sm">
        Covers the changes that you may approve: those you own or a rule asks you about.
      </p>
    );
  }
  if (read.length > mostTicks) {
    return (
      <p className="text-muted text-sm">
        Covers{' '}
        {read.length === total
          ? `all ${counted(total, 'change')}`
          : `${grouped(read.length)} of ${counted(total, 'change')}`}{' '}
        as they stand now.
      </p>
    );
  }
  const toggle = (itemId: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(itemId);
    else next.add(itemId);
    onLeft(next);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-sm text-subtle">
        This approval covers{read.length < total ? ` what you may approve of ${counted(total, 'change')}` : ''}
      </legend>
      <ul className="flex max-h-40 flex-col overflow-y-auto rounded-control border border-border">
        {read.map((row) => (
          <li key={row.itemId} className="border-border border-b last:border-b-0">
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control. */}
            <label className="flex min-w-0 items-center gap-2 px-2 py-1.5 text-sm hover:bg-hover">
              <Checkbox checked={!left.has(row.itemId)} onCheckedChange={(on) => toggle(row.itemId, on === true)} />
              <span className="min-w-0 flex-1 truncate">{row.name}</span>
              <SignificanceBadge significance={row.significance} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function complaintOf({
  kind,
  note,
  kept,
  covers,
  isMoved,
}: {
  kind: VerdictKind;
  note: string;
  kept: number;
  covers: readonly unknown[] | null;
  isMoved: boolean;
}): string {
  if (kind === 'request-changes' && note.trim() === '') return 'Say what has to change.';
  if (kind === 'comment' && note.trim() === '' && kept === 0) return 'Say something.';
  if (kind !== 'approve') return '';
  if (isMoved) return 'Look at what changed first.';
  return covers?.length === 0 ? 'Choose at least one change.' : '';
}
