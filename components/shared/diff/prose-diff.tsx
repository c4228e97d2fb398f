'use client';
import { useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { diffWords, foldRun, type Piece } from './word-diff';

export type DiffLayout = 'side' | 'unified';

/** Text that only the later side has. */
export function Added({ children, block = false }: { children: string; block?: boolean }) {
  return (
    <ins className={cn('mark-added', block && 'box-decoration-clone')} data-print="exact">
      <span className="sr-only">added: </span>
      {children}
      <span className="sr-only"> end of added</span>
    </ins>
  );
}

/** Text that only the earlier side has. */
export function Removed({ children, block = false }: { children: string; block?: boolean }) {
  return (
    <del className={cn('mark-removed', block && 'box-decoration-clone')} data-print="exact">
      <span className="sr-only">removed: </span>
      {children}
      <span className="sr-only"> end of removed</span>
    </del>
  );
}

function SameRun({ text, isFirst, isLast }: { text: string; isFirst: boolean; isLast: boolean }) {
  const [open, setOpen] = useState(false);
  const folded = open ? undefined : foldRun(text, isFirst, isLast);
  if (!folded) return text;
  const words = folded.middle.trim().split(/\s+/u).length;
  return (
    <>
      {folded.head}{' '}
      <button
        type="button"
        className="rounded-control border border-border bg-surface px-1 text-subtle text-xs hover:text-text"
        onClick={() => setOpen(true)}
      >
        … {words} unchanged words …
      </button>
      {folded.tail}
    </>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity, and never move.
    if (piece.kind === 'added') return <Added key={at}>{piece.text}</Added>;
    if (piece.kind === 'removed') return <Removed key={at}>{piece.text}</Removed>;
    return <SameRun key={at} text={piece.text} isFirst={at === 0} isLast={at === pieces.length - 1} />;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
  });
}

const proseStyle = 'whitespace-pre-wrap break-words text-base';

/** A sentence in its two forms, the words that differ marked: one below the other, or in one line of text. */
export function ProseDiff({
  before,
  after,
  layout = 'unified',
}: {
  before: string | null;
  after: string | null;
  layout?: DiffLayout;
}) {
  const diff = useMemo(() => diffWords(before ?? '', after ?? ''), [before, after]);
  if (diff.kind === 'blocks') return <Blocks before={before} after={after} layout={layout} />;
  if (layout === 'unified') {
    return (
      <p dir="auto" className={proseStyle}>
        <Pieces pieces={diff.pieces} />
      </p>
    );
  }
  return (
    <Sides
      before={<Pieces pieces={diff.pieces.filter((piece) => piece.kind !== 'added')} />}
      after={<Pieces pieces={diff.pieces.filter((piece) => piece.kind !== 'removed')} />}
    />
  );
}

/** Two whole values, for when their words have little in common or are no prose. */
export function Blocks({
  before,
  after,
  layout = 'unified',
  mono = false,
}: {
  before: string | null;
  after: string | null;
  layout?: DiffLayout;
  mono?: boolean;
}) {
  const style = cn(mono && 'font-mono text-sm');
  const old = before ? (
    <span className={style}>
      <Removed block>{before}</Removed>
    </span>
  ) : null;
  const fresh = after ? (
    <span className={style}>
      <Added block>{after}</Added>
    </span>
  ) : null;
  if (layout === 'side') return <Sides before={old} after={fresh} />;
  return (
    <div className="flex flex-col gap-1">
      {old ? (
        <p dir="auto" className={proseStyle}>
          {old}
        </p>
      ) : null}
      {fresh ? (
        <p dir="auto" className={proseStyle}>
          {fresh}
        </p>
      ) : null}
    </div>
  );
}

/** Before at the left and after at the right; one below the other where the row is narrow. */
export function Sides({ before, after }: { before: React.ReactNode; after: React.ReactNode }) {
  return (
    <div className="@container">
      <div className="grid gap-x-6 gap-y-2 @md:grid-cols-2">
        <Side label="Before">{before}</Side>
        <Side label="After">{after}</Side>
      </div>
    </div>
  );
}

function Side({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="font-medium text-subtle text-xs">{label}</p>
      <div dir="auto" className={proseStyle}>
        {children ?? <span className="text-subtle">Nothing</span>}
      </div>
    </div>
  );
}
