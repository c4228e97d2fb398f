'use client';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { storedText } from '@/components/shared/mentions/mentions';
import { useMentions } from '@/components/shared/mentions/use-mentions';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { Textarea } from '@/components/ui/textarea';
import { ApiError, hasCode, wordsFor } from '@/lib/client/http';
import { memberChoicesOptions } from '@/lib/client/members';

const mostLetters = 4_000;

export interface NoteFormProps {
  readonly label: string;
  readonly submitLabel: string;
  readonly initial?: string;
  readonly onSubmit: (body: string) => Promise<void>;
  readonly onClose: () => void;
}

/** A box for one note; what was written stays when it could not be sent. */
export function NoteForm({ label, submitLabel, initial = '', onSubmit, onClose }: NoteFormProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const [isTried, setTried] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const { workspace } = usePlan();
  const client = useQueryClient();
  const mentions = useMentions({ workspace, box, text: body, onText: setBody, isFocused });
  useEffect(() => box.current?.focus(), []);
  const send = async () => {
    setTried(true);
    if (body.trim() === '' || isSending) return;
    setSending(true);
    setError(null);
    try {
      const members = body.includes('@')
        ? await client.ensureQueryData(memberChoicesOptions(workspace))
        : { items: [] };
      await onSubmit(storedText(body.trim(), members.items));
      onClose();
    } catch (problem) {
      setError(problem);
      setSending(false);
    }
  };
  useShortcut('form.submit', () => void send(), { enabled: isFocused, isPending: isSending });
  const leave = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key !== keysOf('layer.close') || event.nativeEvent.isComposing || body !== initial) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={label}
        required
        hint="Markdown works; @ names somebody. Everybody who reads the plan sees it."
        error={isTried && body.trim() === '' ? 'Write something first.' : faultWords(error)}
        aside={body.length > mostLetters - 300 ? `${body.length} of ${mostLetters}` : undefined}
      >
        {(control) => (
          <div className="relative">
            <Textarea
              {...control}
              {...mentions.control}
              ref={box}
              dir="auto"
              minRows={3}
              value={body}
              className="w-full"
              onChange={(event) => {
                setBody(event.target.value);
                mentions.follow();
              }}
              onSelect={mentions.follow}
              onFocus={() => setFocused(true)}
              onBlur={() => setFocused(false)}
              onKeyDown={leave}
            />
            {mentions.list}
          </div>
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="toolbar" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button size="toolbar" type="submit" variant="primary" pending={isSending}>
          {submitLabel} <Kbd keys={keysOf('form.submit')} />
        </Button>
      </div>
    </form>
  );
}

function faultWords(error: unknown): string | undefined {
  if (error === null) return undefined;
  if (hasCode(error, 'note.stale')) return 'The note was changed meanwhile. Copy your words and open it again.';
  const field = error instanceof ApiError ? error.fieldErrors.body : undefined;
  return field ?? wordsFor(error);
}
