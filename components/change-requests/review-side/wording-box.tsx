'use client';
import { PencilLine } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';

export interface WordingBoxProps {
  /** What the field says now. */
  readonly wording: string;
  /** Empty while nothing is suggested. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** Where other words for a field are written, beginning with those it has. */
export function WordingBox({ wording, value, onValue, ...keys }: WordingBoxProps) {
  if (value === '') {
    return (
      <Button
        size="toolbar"
        variant="ghost"
        className="self-start"
        // A field that says nothing yet is suggested its first words.
        onClick={() => onValue(wording === '' ? ' ' : wording)}
      >
        <PencilLine aria-hidden />
        Suggest wording
      </Button>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <p className="text-muted text-sm">Suggested wording</p>
        <Button size="toolbar" variant="ghost" onClick={() => onValue('')}>
          Suggest nothing
        </Button>
      </div>
      <Textarea
        {...keys}
        autoFocus
        dir="auto"
        aria-label="Suggested wording"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </div>
  );
}
