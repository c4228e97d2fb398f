'use client';
import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { termHref } from '@/components/shared/glossary-text';
import { KindIcon } from '@/components/shared/kind-icon';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { OwnerChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { itemHref } from '@/components/shared/plan-href';
import type { MarkedText, SearchHit, TermHit } from '@/lib/contracts/search';

/** One thing that was found, and where. */
export function Hit({ hit, at }: { hit: SearchHit; at: string | null }) {
  const plan = usePlan();
  const { item } = hit;
  return (
    <li className="flex flex-col gap-1 border-border border-b py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={itemHref(plan, item, at)}
          className="inline-flex min-w-0 max-w-full items-center gap-1.5 font-mono wrap-anywhere underline-offset-2 hover:underline"
        >
          <KindIcon kind={item.kind} />
          {item.namespace === null ? null : <span className="text-subtle">{item.namespace}/</span>}
          <Marked text={hit.name} />
        </Link>
        <LifecycleBadge state={item.lifecycle} />
        {hit.formerName === null ? null : <span className="text-muted text-sm">was called “{hit.formerName}”</span>}
        {hit.synonym === null ? null : <span className="text-muted text-sm">matched by synonym “{hit.synonym}”</span>}
        <span className="ml-auto text-sm">
          <OwnerChip owner={hit.owner} />
        </span>
      </div>
      {hit.places.length === 0 ? <p className="max-w-[72ch] text-base text-muted">{item.meaning}</p> : null}
      {hit.places.map((place) => (
        <p key={place.label} className="max-w-[72ch] text-base wrap-anywhere">
          <span className="text-subtle text-sm">{place.label}: </span>
          <Marked text={place.text} />
        </p>
      ))}
    </li>
  );
}

/** One word of the glossary that was found. */
export function TermFound({ hit, at }: { hit: TermHit; at: string | null }) {
  const plan = usePlan();
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={termHref(plan, hit.anchor, at)}
          className="inline-flex min-w-0 items-center gap-1.5 wrap-anywhere font-medium underline-offset-2 hover:underline"
        >
          <BookOpen aria-hidden className="size-4 shrink-0 text-subtle" />
          <Marked text={hit.term} />
        </Link>
        {hit.alias === null ? null : <span className="text-muted text-sm">also “{hit.alias}”</span>}
      </p>
      <p className="line-clamp-3 max-w-[72ch] text-base wrap-anywhere">
        <Marked text={hit.definition} />
      </p>
    </li>
  );
}

function Marked({ text }: { text: MarkedText }) {
  return (
    <span>
      {/* biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity, and never move. */}
      {text.map((piece, index) =>
        piece.marked ? (
          <mark
            key={index}
            className="rounded-sm bg-info-bg font-medium text-text underline decoration-info underline-offset-2"
          >
            {piece.text}
          </mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
      {/* biome-ignore-end lint/suspicious/noArrayIndexKey: see above */}
    </span>
  );
}
