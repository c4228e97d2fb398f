import type { ReactNode } from 'react';
import { GlossaryText } from '@/components/shared/glossary-text';
import { cn } from '@/components/ui/cn';
import { BlameButton } from './blame-button';

export interface SectionProps {
  readonly itemId: string;
  /** The field it shows; answers "who last changed this" when given. */
  readonly field?: string;
  readonly label: string;
  readonly id?: string;
  readonly lead?: boolean;
  readonly children: ReactNode;
}

/** One part of the reference with its head; an address can point at it. */
export function Section({ itemId, field, label, id = field, lead = false, children }: SectionProps) {
  return (
    <section {...(id ? { id } : {})} aria-labelledby={`${id ?? label}-head`} className="group/section scroll-mt-24">
      <div className="flex min-h-6 items-center gap-2">
        <h2 id={`${id ?? label}-head`} className="font-medium text-subtle text-xs">
          {label}
        </h2>
        {field ? <BlameButton itemId={itemId} field={field} label={label} /> : null}
      </div>
      <div className={cn('break-words', lead ? 'text-lg leading-7' : 'text-md')}>{children}</div>
    </section>
  );
}

/** Sentences as they were written; says so when there are none. */
export function Prose({ text, empty }: { text: string; empty: string }) {
  return text.trim() === '' ? (
    <p className="text-base text-subtle">{empty}</p>
  ) : (
    <p className="whitespace-pre-line" dir="auto">
      <GlossaryText text={text} />
    </p>
  );
}
