'use client';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ChecklistLine, ChecklistStage } from '@/lib/domain/review/checklist';
import { newId } from '@/lib/kit/id';

const mostLines = 20;

const stages: readonly { readonly value: ChecklistStage; readonly label: string }[] = [
  { value: 'never', label: 'Not required' },
  { value: 'sending', label: 'Before sending' },
  { value: 'merging', label: 'Before merging' },
];

interface ChecklistEditorProps {
  readonly lines: readonly ChecklistLine[];
  /** Null for those who may only read. */
  readonly onChange: ((lines: ChecklistLine[]) => void) | null;
}

/** The lines of the checklist, in their order; each may be required before a request goes on. */
export function ChecklistEditor({ lines, onChange }: ChecklistEditorProps) {
  const change = (id: string, part: Partial<ChecklistLine>) =>
    onChange?.(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const move = (at: number, by: number) => {
    const next = [...lines];
    const [line] = next.splice(at, 1);
    if (line) next.splice(at + by, 0, line);
    onChange?.(next);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      {lines.length === 0 ? <p className="text-base text-muted">The checklist is empty.</p> : null}
      <ol className="flex w-full flex-col gap-2">
        {lines.map((line, at) => (
          <li key={line.id} className="flex flex-wrap items-center gap-2">
            <Input
              className="min-w-0 flex-1 basis-56"
              aria-label={`Line ${at + 1}`}
              dir="auto"
              maxLength={200}
              readOnly={onChange === null}
              value={line.words}
              onChange={(event) => change(line.id, { words: event.target.value })}
            />
            <Select
              className="w-40"
              aria-label={`When line ${at + 1} is required`}
              disabled={onChange === null}
              options={stages}
              value={line.required}
              onValueChange={(required) => change(line.id, { required: required as ChecklistStage })}
            />
            {onChange ? (
              <div className="flex">
                <IconButton label={`Move line ${at + 1} up`} disabled={at === 0} onClick={() => move(at, -1)}>
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={`Move line ${at + 1} down`}
                  disabled={at === lines.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
                <IconButton
                  label={`Remove line ${at + 1}`}
                  onClick={() => onChange(lines.filter(({ id }) => id !== line.id))}
                >
                  <Trash2 aria-hidden />
                </IconButton>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {onChange ? (
        <Button
          unavailable={lines.length >= mostLines ? `A checklist has ${mostLines} lines at most.` : undefined}
          onClick={() => onChange([...lines, { id: newId('cl'), words: '', required: 'never' }])}
        >
          Add a line
        </Button>
      ) : null}
    </div>
  );
}
