'use client';
import { Fragment, type ReactNode } from 'react';
import type { DifferenceView } from '@/lib/contracts/change-requests';
import type { Tone } from '../change-glyph';
import { SignificanceBadges } from '../significance-badge';
import { DiffRow } from './diff-row';
import { Added, Blocks, type DiffLayout, ProseDiff, Removed } from './prose-diff';
import { capitalised, marksIn, type SentenceMark } from './sentence-marks';

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
  const marks = marksIn(sentence, before, after);
  if (marks) return <MarkedSentence sentence={sentence} marks={marks} />;
  // Columns are for comparing; what has one side only reads better in the full width.
  const isCompared = before !== null && after !== null && before.length + after.length > 60;
  return (
    <div className="flex flex-col gap-1">
      {sentence ? <p className="text-base">{capitalised(sentence)}</p> : null}
      {before === null && after === null ? null : (
        <Blocks before={before} after={after} layout={isCompared ? layout : 'unified'} mono={!sentence} />
      )}
    </div>
  );
}

/** A sentence that says what stood there and what does, with both marked in it. */
function MarkedSentence({ sentence, marks }: { sentence: string; marks: readonly SentenceMark[] }) {
  const text = capitalised(sentence);
  return (
    <p dir="auto" className="break-words text-base">
      {marks.map((mark, at) => {
        const lead = text.slice(at === 0 ? 0 : (marks[at - 1]?.end ?? 0), mark.start);
        const words = text.slice(mark.start, mark.end);
        return (
          <Fragment key={mark.start}>
            {lead}
            {mark.kind === 'added' ? <Added>{words}</Added> : <Removed>{words}</Removed>}
          </Fragment>
        );
      })}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </p>
  );
}
