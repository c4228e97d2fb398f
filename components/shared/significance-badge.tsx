'use client';
import { Badge } from '@/components/ui/badge';
import { PopoverLazily } from '@/components/ui/popover-lazily';
import type { Significance } from '@/lib/domain/plan/significance';
import { grouped } from '@/lib/kit/grouped';
import { BreakingGlyph, ChangeGlyph } from './change-glyph';
import { breaksWords, loudness, significanceWords } from './significance-words';

interface Breaks {
  readonly senders: boolean;
  readonly readers: boolean;
}

export interface SignificanceBadgeProps {
  significance: Significance;
  /** For `breaking`: whom it reaches. */
  breaks?: Breaks | undefined;
  /** Why it is classed so: "“Fires when” was edited". With it, the badge explains itself when pressed. */
  why?: string | undefined;
  consequence?: string | undefined;
  /** The author declares the edit a clarification. */
  claimed?: boolean;
}

/** The class of a change as sign, word and colour; pressed, it says why and what follows. */
export function SignificanceBadge({ significance, breaks, why, consequence, claimed = false }: SignificanceBadgeProps) {
  const words = significanceWords[significance];
  const reach = significance === 'breaking' && breaks ? breaksWords(breaks) : '';
  const badge = (
    <Badge tone={words.tone} data-print="exact">
      {significance === 'breaking' ? (
        <BreakingGlyph />
      ) : (
        <ChangeGlyph tone={words.tone} className="size-3 text-current" />
      )}
      {words.label}
      {reach ? ` ${reach}` : ''}
      {claimed ? ', claimed' : ''}
    </Badge>
  );
  if (why === undefined) return badge;
  return (
    <PopoverLazily
      label={`Why ${words.label.toLowerCase()}`}
      trigger={
        <button
          type="button"
          className="hit-area rounded-control"
          aria-label={`${words.label}${reach ? ` ${reach}` : ''}${claimed ? ', claimed' : ''}: why`}
        >
          {badge}
        </button>
      }
    >
      <div className="flex flex-col gap-2 text-base">
        <p>{why}</p>
        <p className="font-medium">{consequence ?? words.consequence}</p>
        {claimed ? (
          <p className="text-muted">The author says that the meaning is unchanged. Reviewers can overturn that.</p>
        ) : null}
      </div>
    </PopoverLazily>
  );
}

/** All classes of one change, the loudest first. */
export function SignificanceBadges({
  significances,
  ...rest
}: Omit<SignificanceBadgeProps, 'significance'> & { significances: readonly Significance[] }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {loudness
        .filter((one) => significances.includes(one))
        .map((one) => (
          <SignificanceBadge key={one} significance={one} {...rest} />
        ))}
    </span>
  );
}

/** How many changes of each class there are, the loudest first; nothing for none. */
export function SignificanceCounts({ counts }: { counts: Partial<Record<Significance, number>> }) {
  const shown = loudness.filter((one) => (counts[one] ?? 0) > 0);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {shown.map((one) => {
        const { label, tone } = significanceWords[one];
        return (
          <Badge key={one} tone={tone}>
            {tone === 'breaking' ? <BreakingGlyph /> : <ChangeGlyph tone={tone} className="size-3 text-current" />}
            <span className="tabular-nums">{grouped(counts[one] ?? 0)}</span> {label.toLowerCase()}
          </Badge>
        );
      })}
    </span>
  );
}
