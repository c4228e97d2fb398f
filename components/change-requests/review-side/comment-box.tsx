'use client';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { storedText } from '@/components/shared/mentions/mentions';
import { useMentions } from '@/components/shared/mentions/use-mentions';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Kbd } from '@/components/ui/kbd';
import { Textarea } from '@/components/ui/textarea';
import { memberChoicesOptions } from '@/lib/client/members';
import { useCommentDraft } from './use-comment-draft';
import { WordingBox } from './wording-box';
import { refusalWords } from './words';

/** A comment as it leaves its box. */
export interface Said {
  readonly body: string;
  /** Another wording of the field it is about. */
  readonly suggestion: string | null;
  /** Kept for the verdict. */
  readonly pending: boolean;
}

export interface CommentBoxProps {
  /** Names the box for those who cannot see where it stands. */
  readonly label: string;
  /** The button that posts at once. */
  readonly submitLabel: string;
  /** Where the draft is kept. */
  readonly storageKey: string;
  readonly onSubmit: (said: Said) => Promise<unknown>;
  /** Closes the box; the draft stays. */
  readonly onClose?: (() => void) | undefined;
  readonly takeFocus?: boolean;
  /** Whether it can be kept for the verdict, which is then what comes first. */
  readonly canKeep?: boolean;
  /** What the box begins with. */
  readonly initial?: string;
  /** What the field says now, where other words can be suggested. */
  readonly wording?: string | undefined;
}

/** Where a comment is written: Markdown, kept in this browser until it is sent. */
export function CommentBox({
  label,
  submitLabel,
  storageKey,
  onSubmit,
  onClose,
  takeFocus = false,
  canKeep = false,
  initial = '',
  wording,
}: CommentBoxProps) {
  const { workspace } = usePlan();
  const client = useQueryClient();
  const [draft, setDraft] = useCommentDraft(storageKey);
  const [suggested, setSuggested] = useCommentDraft(`${storageKey}:wording`);
  const [isTouched, setTouched] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [sentAs, setSentAs] = useState<'kept' | 'posted' | null>(null);
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const sending = useRef(false);
  const hintId = useId();
  const text = isTouched ? draft : draft || initial;
  const write = (next: string) => {
    setTouched(true);
    setDraft(next);
  };
  const mentions = useMentions({ workspace, box, text, onText: write, isFocused });
  useEffect(() => {
    if (takeFocus) box.current?.focus();
  }, [takeFocus]);
  const offer = wording === undefined || suggested.trim() === '' || suggested === wording ? null : suggested.trim();
  const isEmpty = text.trim() === '' && !offer;
  const send = async (pending: boolean) => {
    setTried(true);
    if (isEmpty || sending.current) {
      if (isEmpty) box.current?.focus();
      return;
    }
    sending.current = true;
    setSentAs(pending ? 'kept' : 'posted');
    setError(null);
    try {
      const members = text.includes('@')
        ? await client.ensureQueryData(memberChoicesOptions(workspace))
        : { items: [] };
      await onSubmit({ body: storedText(text.trim(), members.items), suggestion: offer, pending });
      setDraft('');
      setSuggested('');
      setTouched(false);
      setTried(false);
      onClose?.();
    } catch (problem) {
      setError(problem);
    } finally {
      sending.current = false;
      setSentAs(null);
    }
  };
  const acts = { enabled: isFocused, isPending: sentAs !== null, inLayer: true };
  useShortcut('form.submit', () => void send(canKeep), acts);
  useShortcut('review.post-now', () => void send(false), acts);
  const leave = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key !== keysOf('layer.close') || event.nativeEvent.isComposing || !onClose) return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  const complaint = isTried && isEmpty ? 'Write something first.' : '';
  const watched = { onFocus: () => setFocused(true), onBlur: () => setFocused(false) };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {error ? <ErrorBanner>{refusalWords(error, 'Your comment is kept.')}</ErrorBanner> : null}
      {wording === undefined ? null : (
        <WordingBox wording={wording} value={suggested} onValue={setSuggested} onKeyDown={leave} {...watched} />
      )}
      <div className="relative">
        <Textarea
          {...mentions.control}
          ref={box}
          dir="auto"
          className="w-full"
          value={text}
          aria-label={label}
          aria-describedby={hintId}
          aria-invalid={complaint !== '' || undefined}
          placeholder={label}
          onChange={(event) => {
            write(event.target.value);
            mentions.follow();
          }}
          onSelect={mentions.follow}
          onKeyDown={leave}
          {...watched}
        />
        {mentions.list}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <p id={hintId} className={complaint ? 'flex-1 text-removed text-sm' : 'flex-1 text-sm text-subtle'}>
          {complaint || 'Markdown works; @ names somebody.'}
        </p>
        {onClose ? (
          <Button size="toolbar" variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        ) : null}
        <Button size="toolbar" pending={sentAs === 'posted'} onClick={() => void send(false)}>
          {canKeep ? 'Post now' : submitLabel}
          <Kbd keys={keysOf(canKeep ? 'review.post-now' : 'form.submit')} />
        </Button>
        {canKeep ? (
          <Button size="toolbar" variant="primary" pending={sentAs === 'kept'} onClick={() => void send(true)}>
            Add to my review
            <Kbd keys={keysOf('form.submit')} />
          </Button>
        ) : null}
      </div>
    </div>
  );
}
