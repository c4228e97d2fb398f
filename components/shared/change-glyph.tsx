import { cn } from '@/components/ui/cn';

/** What a glyph says: what happened to a thing, or the class of a change. */
export type Tone = 'added' | 'removed' | 'changed' | 'meaning' | 'breaking';

const glyphs: Record<Exclude<Tone, 'breaking'>, { sign: string; colour: string }> = {
  added: { sign: '+', colour: 'text-added' },
  removed: { sign: '−', colour: 'text-removed' },
  changed: { sign: '~', colour: 'text-changed' },
  meaning: { sign: '≠', colour: 'text-meaning' },
};

/** The sign of a change, always beside its word: + − ~ ≠, and ‼ in an octagon. */
export function ChangeGlyph({ tone, className }: { tone: Tone; className?: string }) {
  if (tone === 'breaking') return <BreakingGlyph className={cn('text-breaking', className)} />;
  const { sign, colour } = glyphs[tone];
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-4 shrink-0 items-center justify-center font-mono font-semibold',
        colour,
        className,
      )}
    >
      {sign}
    </span>
  );
}

/** Two exclamation marks in an octagon, in the colour of the text around. */
export function BreakingGlyph({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      className={cn('size-4 shrink-0', className)}
    >
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" strokeLinejoin="round" />
      <path d="M6.25 4.5v4M9.75 4.5v4M6.25 11.2v.1M9.75 11.2v.1" />
    </svg>
  );
}
