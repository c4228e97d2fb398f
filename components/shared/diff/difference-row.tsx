'use client';
import type { ReactNode } from 'react';
import type { DifferenceView } from '@/lib/contracts/change-requests';
import type { Tone } from '../change-glyph';
import { SignificanceBadges } from '../significance-badge';
import { DiffRow } from './diff-row';
import { Blocks, type DiffLayout, ProseDiff } from './prose-diff';

/** The tone of a row: violet when the meaning changed, otherwise what happened to the field. */
export function toneOf(difference: Pick<DifferenceView, 'type' | 'significances'>): Tone {
  if (difference.significances.includes('meaning')) return 'meaning';
  if (difference.type === 'item-added' || difference.type === 'member-added') return 'added';
  if (difference.type === 'item-removed' || difference.type === 'member-removed') return 'removed';
  return 'changed';
}

export interface DifferenceRowProps {
  difference: DifferenceView;
  layout?: DiffLayout;
  actions?: ReactNode;
  footer?: ReactNode;
  isFocused?: boolean;
  id?: string;
}

/** One difference in words: its label, why it counts, and what stood there before and after. */
export function DifferenceRow({ difference, layout = 'unified', ...row }: DifferenceRowProps) {
  const { significances, breaks, why, consequence, claimed } = difference;
  return (
    <DiffRow
      {...row}
      tone={toneOf(difference)}
      label={difference.label}
      badge={
        <SignificanceBadges
          significances={significances}
          breaks={breaks}
          why={why}
          consequence={consequence}
          claimed={claimed}
        />
      }
    >
      <DifferenceBody difference={difference} layout={layout} />
    </DiffRow>
  );
}

function DifferenceBody({ difference, layout }: { difference: DifferenceView; layout: DiffLayout }) {
  const { prose, before, after, sentence } = difference;
  if (prose) return <ProseDiff before={before} after={after} layout={layout} />;
  const isLong = (before ?? '').length + (after ?? '').length > 60;
  return (
    <div className="flex flex-col gap-1">
      {sentence ? <p className="text-base">{sentence}</p> : null}
      {before === null && after === null ? null : (
        <Blocks before={before} after={after} layout={isLong ? layout : 'unified'} mono={!sentence} />
      )}
    </div>
  );
}
