import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { ChangeGlyph, type Tone } from '../change-glyph';

const bars: Record<Tone, string> = {
  added: 'border-l-[3px] border-solid border-l-added bg-added-tint',
  removed: 'border-l-[3px] border-solid border-l-removed bg-removed-tint',
  changed: 'border-l-[3px] border-dotted border-l-changed bg-changed-tint',
  meaning: 'border-l-[5px] border-double border-l-meaning bg-meaning-tint',
  breaking: 'border-l-[3px] border-solid border-l-breaking bg-changed-tint',
};

export interface DiffRowProps {
  /** What happened to the field, or `meaning` when its meaning changed. */
  tone: Tone;
  label: ReactNode;
  badge?: ReactNode;
  /** Buttons at the right: comment, suggest. */
  actions?: ReactNode;
  children: ReactNode;
  /** Below: a thread, a claim. */
  footer?: ReactNode;
  isFocused?: boolean;
  id?: string;
}

/** One field of a diff: its name, its badge, and before and after; the bar at the left says what happened without colour. */
export function DiffRow({ tone, label, badge, actions, children, footer, isFocused = false, id }: DiffRowProps) {
  return (
    <section
      id={id}
      tabIndex={-1}
      className={cn(
        'flex flex-col gap-1.5 rounded-r-card px-3 py-2',
        bars[tone],
        isFocused && 'outline-2 outline-ring outline-offset-1',
      )}
      data-print="exact"
    >
      <div className="flex flex-wrap items-center gap-2">
        <ChangeGlyph tone={tone} />
        <h3 className="font-medium text-sm">{label}</h3>
        {badge}
        {actions ? <span className="ml-auto flex items-center gap-1">{actions}</span> : null}
      </div>
      {children}
      {footer}
    </section>
  );
}
