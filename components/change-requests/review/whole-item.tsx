'use client';
import { useMemo, useState } from 'react';
import { DiffRow } from '@/components/shared/diff/diff-row';
import { toneOf } from '@/components/shared/diff/difference-row';
import { SignificanceBadges } from '@/components/shared/significance-badge';
import { Button } from '@/components/ui/button';
import type { ChangeView, DifferenceView } from '@/lib/contracts/change-requests';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { contentsOf } from './item-contents';

const linesAtOnce = 12;

/** An item that is new or goes: what it says, meaning first. */
export function WholeItem({ difference, data }: { difference: DifferenceView; data: ChangeView }) {
  const isAdded = difference.type === 'item-added';
  const item = isAdded ? data.after : data.before;
  const contents = useMemo(() => (item ? contentsOf(item, data.names) : []), [item, data.names]);
  const kind = kinds[data.kind].label.toLowerCase();
  return (
    <DiffRow
      tone={isAdded ? 'added' : toneOf(difference)}
      label={isAdded ? `New ${kind}` : `This ${kind} goes`}
      badge={
        <SignificanceBadges
          significances={difference.significances}
          breaks={difference.breaks}
          why={difference.why}
          consequence={difference.consequence}
        />
      }
    >
      {contents.length === 0 ? (
        <p className="text-base text-muted">It says nothing yet but its name.</p>
      ) : (
        <dl className="grid gap-x-4 gap-y-1.5 text-base sm:grid-cols-[8.5rem_minmax(0,1fr)]">
          {contents.map(({ field, label, isProse, lines }) => (
            <div key={field} className="contents">
              <dt className="text-muted text-sm sm:pt-px">{label}</dt>
              <dd className="min-w-0 break-words" dir="auto">
                <Lines lines={lines} isProse={isProse} isGone={!isAdded} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </DiffRow>
  );
}

function Lines({ lines, isProse, isGone }: { lines: readonly string[]; isProse: boolean; isGone: boolean }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? lines : lines.slice(0, linesAtOnce);
  const Mark = isGone ? 'del' : 'ins';
  return (
    <>
      {shown.map((line) => (
        <p key={line} className={isProse ? 'max-w-prose whitespace-pre-wrap' : ''}>
          <Mark className="no-underline">
            <span className="sr-only">{isGone ? 'removed: ' : 'added: '}</span>
            {line}
          </Mark>
        </p>
      ))}
      {shown.length < lines.length ? (
        <Button size="toolbar" variant="ghost" className="-ml-2" onClick={() => setAll(true)}>
          Show {lines.length - shown.length} more
        </Button>
      ) : null}
    </>
  );
}
