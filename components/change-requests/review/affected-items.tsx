'use client';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { grouped } from '@/lib/kit/grouped';

interface Props {
  readonly view: Pick<ChangeRequestView, 'affected' | 'affectedTotal'>;
  readonly onPeek: (itemId: string) => void;
}

/** Items that say what they said, but mean or demand something else because of what they use. */
export function AffectedItems({ view, onPeek }: Props) {
  const { affected, affectedTotal } = view;
  if (affected.length === 0) return null;
  const hidden = affectedTotal - affected.length;
  return (
    <section aria-labelledby="affected-items" className="flex flex-col gap-2 pb-6">
      <h2 id="affected-items" className="font-semibold text-base">
        Also affected <span className="font-normal text-muted tabular-nums">{grouped(affectedTotal)}</span>
      </h2>
      <p className="text-muted text-sm">They are not edited here, but use something that is.</p>
      <ul className="flex flex-col divide-y divide-border rounded-card border border-border">
        {affected.map((item) => (
          <li key={item.itemId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 text-sm">
            <button
              type="button"
              className="hit-area min-w-0 break-words text-left font-mono underline-offset-2 hover:underline"
              onClick={() => onPeek(item.itemId)}
            >
              {item.name}
            </button>
            <SignificanceBadge significance={item.significance} />
            <span className="min-w-0 basis-52 grow break-words text-muted">{item.why}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="text-sm text-subtle">And {hidden} more.</p> : null}
    </section>
  );
}
