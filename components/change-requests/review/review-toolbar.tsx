'use client';
import { Columns2, Filter, History, ListTree, Rows2 } from 'lucide-react';
import Link from 'next/link';
import type { DiffLayout } from '@/components/shared/diff/prose-diff';
import { keysOf } from '@/components/shared/keyboard/registry';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { grouped } from '@/lib/kit/grouped';
import type { ViewedProgress } from './viewed-marks';

interface Props {
  readonly progress: ViewedProgress;
  readonly loud: boolean;
  readonly onLoud: (on: boolean) => void;
  /** How many items were edited since the reader's last review; `null` when that is not known. */
  readonly editedSince: number | null;
  readonly since: boolean;
  readonly onSince: (on: boolean) => void;
  readonly layout: DiffLayout;
  /** There is room for both sides. */
  readonly isWide: boolean;
  readonly onLayout: (layout: DiffLayout) => void;
  readonly onTree: () => void;
  /** Where the changed items are edited as rows; `null` when the request takes no edits. */
  readonly gridHref: string | null;
}

/** How far the reading is, and how the diff is shown. */
export function ReviewToolbar(props: Props) {
  const { progress, loud, since, editedSince, layout } = props;
  const words = `${grouped(progress.seen)} of ${grouped(progress.total)} viewed`;
  return (
    <div
      className="sticky top-0 z-20 flex h-[calc(var(--toolbar)+0.75rem)] items-center gap-1 bg-bg text-sm"
      data-print="hide"
    >
      <Button size="toolbar" className="@3xl:hidden tabular-nums" onClick={props.onTree}>
        <ListTree aria-hidden />
        {words}
      </Button>
      <p className="px-1 text-muted tabular-nums @max-3xl:hidden">{words}</p>
      <span className="mr-auto" />
      {props.gridHref === null ? null : (
        <Tooltip label="Edit the changed items as rows of a grid">
          <Button size="toolbar" variant="ghost" asChild className="max-sm:hidden">
            <Link href={props.gridHref}>Grid</Link>
          </Button>
        </Tooltip>
      )}
      {editedSince !== null && (editedSince > 0 || since) ? (
        <Button
          size="toolbar"
          variant="ghost"
          aria-pressed={since}
          className={pressedStyle}
          onClick={() => props.onSince(!since)}
        >
          <span className="@max-xl:sr-only">Since my last review</span>
          <History aria-hidden className="@xl:hidden" />
          <span className="tabular-nums">{editedSince}</span>
        </Button>
      ) : null}
      <Tooltip label="Only meaning and breaking" keys={keysOf('review.filter')}>
        <Button
          size="toolbar"
          variant="ghost"
          aria-pressed={loud}
          aria-label="Only meaning and breaking"
          className={pressedStyle}
          onClick={() => props.onLoud(!loud)}
        >
          <Filter aria-hidden />
          <span className="@max-xl:hidden">Only meaning and breaking</span>
        </Button>
      </Tooltip>
      {props.isWide ? (
        <IconButton
          label={layout === 'side' ? 'Show before and after in one text' : 'Show before and after side by side'}
          keys={keysOf('review.layout')}
          onClick={() => props.onLayout(layout === 'side' ? 'unified' : 'side')}
        >
          {layout === 'side' ? <Rows2 aria-hidden /> : <Columns2 aria-hidden />}
        </IconButton>
      ) : null}
    </div>
  );
}

const pressedStyle = 'aria-pressed:bg-selected aria-pressed:text-text';
