'use client';
import { Trash2 } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { ItemChoice } from './item-choice';
import type { MarkDraft } from './journey-draft';
import { MarkNumber } from './step-picture';

interface Props {
  readonly marks: readonly MarkDraft[];
  readonly lit: string | null;
  readonly onLit: (id: string | null) => void;
  readonly onMarks: (marks: readonly MarkDraft[]) => void;
}

/** The words of each mark, and the event or property it stands for. */
export function MarkFields({ marks, lit, onLit, onMarks }: Props) {
  if (marks.length === 0) return null;
  const change = (id: string, next: Partial<MarkDraft>) =>
    onMarks(marks.map((mark) => (mark.id === id ? { ...mark, ...next } : mark)));
  return (
    <ol aria-label="Marks on the picture" className="flex flex-col gap-2">
      {marks.map((mark, index) => (
        <li
          key={mark.id}
          onFocus={() => onLit(mark.id)}
          className={cn('flex flex-wrap items-end gap-2 rounded-control p-1', mark.id === lit && 'bg-hover')}
        >
          <MarkNumber number={index + 1} className="mb-1.5" />
          <Field label={`Words of mark ${index + 1}`} hideLabel className="min-w-40 flex-1">
            {(control) => (
              <Input
                {...control}
                value={mark.label}
                maxLength={300}
                placeholder="What is here"
                onChange={(event) => change(mark.id, { label: event.target.value })}
              />
            )}
          </Field>
          <Field label={`Event or property of mark ${index + 1}`} hideLabel className="min-w-40 flex-1">
            {(control) => (
              <ItemChoice
                control={control}
                kinds={['event', 'property']}
                value={mark.item}
                onChange={(item) => change(mark.id, { item, itemId: item?.id ?? null })}
                placeholder="Event or property…"
              />
            )}
          </Field>
          <IconButton
            label={`Remove mark ${index + 1}`}
            size="control"
            onClick={() => onMarks(marks.filter(({ id }) => id !== mark.id))}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </li>
      ))}
    </ol>
  );
}
