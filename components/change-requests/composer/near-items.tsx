'use client';
import type { KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { SearchDocument } from '@/lib/contracts/search';
import { nameOf } from './form-context';
import type { NearItem } from './use-near';

export interface NearItemsProps {
  readonly near: readonly NearItem[];
  readonly onUse: (document: SearchDocument) => void;
  readonly onStillNew: () => void;
  /** Gives the keyboard back to the box one types into. */
  readonly onLeave: () => void;
}

/**
 * What bears nearly the name being typed. Reached from the box by the arrow down and left by the arrows or Escape:
 * Tab goes on to the next field, since whoever types on after it would press a button with the first space.
 */
export function NearItems({ near, onUse, onStillNew, onLeave }: NearItemsProps) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key !== 'Escape' && step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-near]')];
    const at = buttons.indexOf(event.target as HTMLElement) + (step ?? 0);
    const next = step === undefined ? undefined : buttons[Math.min(at, buttons.length - 1)];
    if (next && at >= 0) next.focus();
    else onLeave();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of the form's data.
    <div
      role="group"
      aria-label="Close names. Press the arrow down to choose."
      className="flex flex-col gap-2 rounded-card bg-info-bg px-3 py-2 text-sm"
      onKeyDown={press}
    >
      {near.map(({ document, words }) => (
        <div key={document.id} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <p className="min-w-0 flex-1 break-words">
            <span className="font-medium font-mono">{nameOf(document)}</span> {words}
            {document.meaning ? <span className="block text-muted">{document.meaning}</span> : null}
          </p>
          <Button
            data-near
            tabIndex={-1}
            size="toolbar"
            aria-label={`Use this: ${nameOf(document)}`}
            onClick={() => onUse(document)}
          >
            Use this
          </Button>
        </div>
      ))}
      <div className="flex items-center justify-between gap-3">
        <span className="inline-flex items-center gap-1.5 text-subtle text-xs touch:hidden">
          <Kbd keys="ArrowDown" /> to choose
        </span>
        <Button data-near tabIndex={-1} size="toolbar" variant="ghost" onClick={onStillNew}>
          Still new
        </Button>
      </div>
    </div>
  );
}
