'use client';
import { useMemo } from 'react';
import { Added } from '@/components/shared/diff/prose-diff';
import { diffWords } from '@/components/shared/diff/word-diff';

/** A whole text, the words marked that an earlier one does not have. */
export function MarkedText({ text, base, mono }: { text: string | null; base: string | null; mono: boolean }) {
  const pieces = useMemo(() => {
    const diff = diffWords(base ?? '', text ?? '');
    return diff.kind === 'words' ? diff.pieces.filter((piece) => piece.kind !== 'removed') : null;
  }, [text, base]);
  if (text === null || text === '') return <p className="text-base text-subtle">Nothing</p>;
  return (
    <p dir="auto" className={mono ? 'break-words font-mono text-sm' : 'whitespace-pre-wrap break-words text-base'}>
      {base === null || !pieces
        ? text
        : pieces.map((piece, at) =>
            piece.kind === 'added' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity, and never move.
              <Added key={at}>{piece.text}</Added>
            ) : (
              piece.text
            ),
          )}
    </p>
  );
}
