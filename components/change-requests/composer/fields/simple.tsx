'use client';
import { useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { EditorProps } from './editor';
import { numberFrom } from './scalar';

/** One or more sentences. */
export function ProseEditor({ value, onChange, control }: EditorProps) {
  return (
    <Textarea
      {...control}
      dir="auto"
      minRows={2}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** One line of text; a field that may be absent is cleared by emptying it. */
export function TextEditor({ field, value, onChange, control }: EditorProps) {
  const isNullable = nullable.has(field.key);
  return (
    <Input
      {...control}
      dir="auto"
      mono={mono.has(field.key)}
      value={String(value ?? '')}
      onChange={(event) => onChange(isNullable && event.target.value === '' ? null : event.target.value)}
    />
  );
}

const nullable = new Set(['namespace', 'unit', 'format', 'pattern', 'namePattern', 'stage']);
const mono = new Set(['namespace', 'format', 'pattern', 'namePattern']);

/** A number, or nothing. */
export function NumberEditor({ value, onChange, onProblem, control }: EditorProps) {
  const [text, setText] = useState(value === null || value === undefined ? '' : String(value));
  return (
    <Input
      {...control}
      inputMode="decimal"
      className="max-w-40"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const number = numberFrom(event.target.value);
        onProblem(number === undefined ? 'Write a number, or leave it empty.' : null);
        if (number !== undefined) onChange(number);
      }}
    />
  );
}

/** A day, or none. */
export function DateEditor({ value, onChange, control }: EditorProps) {
  return (
    <Input
      {...control}
      type="date"
      className="max-w-44"
      value={String(value ?? '')}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  );
}

const none = '—';

/** One of a few words; `optional` adds a way to choose none. */
export function ChoiceEditor({
  value,
  onChange,
  control,
  choices,
  optional = false,
}: EditorProps & { choices: readonly string[]; optional?: boolean }) {
  const known = typeof value === 'string' && value !== '' && !choices.includes(value) ? [...choices, value] : choices;
  return (
    <Select
      {...control}
      className="max-w-72"
      value={typeof value === 'string' && value !== '' ? value : optional ? none : undefined}
      onValueChange={(next) => onChange(next === none ? null : next)}
      options={[
        ...(optional ? [{ value: none, label: 'None' }] : []),
        ...known.map((choice) => ({ value: choice, label: choiceWords(choice) })),
      ]}
    />
  );
}

function choiceWords(choice: string): string {
  const words = choice.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words without order: Enter or a comma adds one. */
export function TagsEditor({
  value,
  onChange,
  control,
  mono: isMono = false,
  read,
}: EditorProps & { mono?: boolean; read?: (text: string) => unknown }) {
  const tags = Array.isArray(value) ? (value as unknown[]) : [];
  const [text, setText] = useState('');
  const add = () => {
    const word = text.trim();
    if (word === '') return;
    const tag = read ? read(word) : word;
    if (!tags.includes(tag)) onChange([...tags, tag]);
    setText('');
  };
  return (
    <div className="flex flex-col gap-1.5">
      {tags.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li key={JSON.stringify(tag)} className="min-w-0">
              <Chip
                removeLabel={`Remove ${String(tag)}`}
                onRemove={() => onChange(tags.filter((other) => other !== tag))}
              >
                <span className={isMono ? 'font-mono' : undefined}>{String(tag)}</span>
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      <Input
        {...control}
        placeholder="Type and press Enter"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return;
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1));
        }}
      />
    </div>
  );
}
