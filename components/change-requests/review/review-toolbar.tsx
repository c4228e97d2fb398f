'use client';
import { Columns2, Filter, ListTree, Rows2 } from 'lucide-react';
import type { DiffLayout } from '@/components/shared/diff/prose-diff';
import { keysOf } from '@/components/shared/keyboard/registry';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
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
}

/** How far the reading is, and how the diff is shown. */
export function ReviewToolbar(props: Props) {
  const { progress, loud, since, editedSince, layout } = props;
  return (
    <div
      className="sticky top-0 z-20 flex min-h-10 flex-wrap items-center gap-x-1 gap-y-1 bg-bg py-1.5 text-sm"
      data-print="hide"
    >
      <Button size="toolbar" className="lg:hidden" onClick={props.onTree}>
        <ListTree aria-hidden />
        {progress.total} {progress.total === 1 ? 'change' : 'changes'}
      </Button>
      <p className="mr-auto px-1 text-muted tabular-nums">
        {progress.seen} of {progress.total} viewed
      </p>
      {editedSince !== null && (editedSince > 0 || since) ? (
        <Button
          size="toolbar"
          variant="ghost"
          aria-pressed={since}
          className={pressedStyle}
          onClick={() => props.onSince(!since)}
        >
          Since my last review
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
          <span className="max-sm:hidden">Only meaning and breaking</span>
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
