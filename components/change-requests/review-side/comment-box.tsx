'use client';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Kbd } from '@/components/ui/kbd';
import { Textarea } from '@/components/ui/textarea';
import { useCommentDraft } from './use-comment-draft';
import { refusalWords } from './words';

export interface CommentBoxProps {
  /** Names the box for those who cannot see where it stands. */
  readonly label: string;
  readonly submitLabel: string;
  /** Where the draft is kept. */
  readonly storageKey: string;
  readonly onSubmit: (body: string) => Promise<unknown>;
  /** Closes the box; the draft stays. */
  readonly onClose?: (() => void) | undefined;
  readonly takeFocus?: boolean;
  readonly minRows?: number;
}

/** Where a comment is written: Markdown, kept in this browser until it is sent. */
export function CommentBox({
  label,
  submitLabel,
  storageKey,
  onSubmit,
  onClose,
  takeFocus = false,
  minRows = 2,
}: CommentBoxProps) {
  const [text, setText] = useCommentDraft(storageKey);
  const [isFocused, setFocused] = useState(false);
  const [isPending, setPending] = useState(false);
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const sending = useRef(false);
  const hintId = useId();
  useEffect(() => {
    if (takeFocus) box.current?.focus();
  }, [takeFocus]);
  const isEmpty = text.trim() === '';
  const send = async () => {
    setTried(true);
    if (isEmpty || sending.current) {
      if (isEmpty) box.current?.focus();
      return;
    }
    sending.current = true;
    setPending(true);
    setError(null);
    try {
      await onSubmit(text.trim());
      setText('');
      setTried(false);
      onClose?.();
    } catch (problem) {
      setError(problem);
    } finally {
      sending.current = false;
      setPending(false);
    }
  };
  const acts = { enabled: isFocused, isPending, inLayer: true };
  useShortcut('form.submit', () => void send(), acts);
  useShortcut('review.post-now', () => void send(), acts);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== keysOf('layer.close') || event.nativeEvent.isComposing || !onClose) return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  const complaint = isTried && isEmpty ? 'Write something first.' : '';
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {error ? <ErrorBanner>{refusalWords(error, 'Your comment is kept.')}</ErrorBanner> : null}
      <Textarea
        ref={box}
        dir="auto"
        minRows={minRows}
        value={text}
        aria-label={label}
        aria-describedby={hintId}
        aria-invalid={complaint !== '' || undefined}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={leave}
      />
      <div className="flex flex-wrap items-center gap-2">
        <p id={hintId} className={complaint ? 'flex-1 text-removed text-sm' : 'flex-1 text-sm text-subtle'}>
          {complaint || 'Markdown works.'}
        </p>
        {onClose ? (
          <Button size="toolbar" variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        ) : null}
        <Button size="toolbar" pending={isPending} onClick={() => void send()}>
          {submitLabel}
          <Kbd keys={keysOf('form.submit')} />
        </Button>
      </div>
    </div>
  );
}
