'use client';
import { useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { diffLines, foldLines, type Line } from './line-diff';

/** Two texts of code, line by line, with what stayed folded away. */
export function CodeDiff({ label, before, after }: { label: string; before: string | null; after: string | null }) {
  const runs = useMemo(() => foldLines(diffLines(before, after)), [before, after]);
  return (
    <figure className="min-w-0 overflow-hidden rounded-card border border-border" data-print="exact">
      <figcaption className="border-border border-b bg-surface px-3 py-1 font-mono text-muted text-xs [overflow-wrap:anywhere]">
        {label}
        {before === null ? <span className="text-added"> new</span> : null}
        {after === null ? <span className="text-removed"> goes</span> : null}
      </figcaption>
      {/* Wide lines scroll here, by keys too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto py-1 font-mono text-sm">
        <div className="w-max min-w-full">
          {runs.map((run, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text have no other identity, and never move.
            <Run key={at} isFolded={run.kind === 'folded'} lines={run.lines} />
          ))}
        </div>
      </section>
    </figure>
  );
}

function Run({ isFolded, lines }: { isFolded: boolean; lines: readonly Line[] }) {
  const [open, setOpen] = useState(!isFolded);
  if (open) return groups(lines).map(({ kind, from, texts }) => <Group key={from} kind={kind} texts={texts} />);
  return (
    <button
      type="button"
      className="hit-area sticky left-0 px-3 py-0.5 font-sans text-subtle text-xs hover:text-text hover:underline"
      onClick={() => setOpen(true)}
    >
      … {lines.length} unchanged lines …
    </button>
  );
}

const looks = {
  same: { tag: 'span', style: "[&>span]:before:content-['_']", words: null },
  added: { tag: 'ins', style: "bg-added-tint no-underline [&>span]:before:content-['+']", words: 'added: ' },
  removed: { tag: 'del', style: "bg-removed-tint no-underline [&>span]:before:content-['−']", words: 'removed: ' },
} as const;

function Group({ kind, texts }: { kind: Line['kind']; texts: readonly string[] }) {
  const { tag: Tag, style, words } = looks[kind];
  return (
    <Tag className={cn('block whitespace-pre', style)}>
      {words ? <b className="sr-only">{words}</b> : null}
      {texts.map((text, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text may be equal, and never move.
          key={at}
          className="block px-3 before:mr-2 before:inline-block before:w-3 before:text-center before:text-subtle"
        >
          {text === '' ? ' ' : text}
        </span>
      ))}
    </Tag>
  );
}

/** Neighbouring lines of one kind together, so that they are told once. */
function groups(lines: readonly Line[]): { kind: Line['kind']; from: number; texts: string[] }[] {
  const result: { kind: Line['kind']; from: number; texts: string[] }[] = [];
  lines.forEach(({ kind, text }, from) => {
    const last = result.at(-1);
    if (last?.kind === kind) last.texts.push(text);
    else result.push({ kind, from, texts: [text] });
  });
  return result;
}
