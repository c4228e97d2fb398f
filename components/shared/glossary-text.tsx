'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { glossaryOptions } from '@/lib/client/glossary';
import type { TermView } from '@/lib/contracts/glossary';
import { linkTerms, type PreparedTerms, prepareTerms } from '@/lib/domain/glossary/link-terms';
import { inlinePieces } from './inline-marks';
import { usePlan } from './plan-context';
import { planHref } from './plan-href';

/** What linking a word to the glossary needs to know of it. */
export type KnownTerm = Pick<TermView, 'id' | 'term' | 'aliases' | 'anchor' | 'definition'>;

interface Known {
  /** Null when they are read only when a text is shown. */
  readonly terms: readonly KnownTerm[] | null;
  /** As of when the texts are read; null is now. */
  readonly at: string | null;
}

const Terms = createContext<Known>({ terms: null, at: null });

/** The words of the glossary that the texts below name, as of when those are read; without it they are today's. */
export function GlossaryProvider({ terms, at, children }: Known & { children: ReactNode }) {
  return <Terms value={{ terms, at }}>{children}</Terms>;
}

/** The address of a term on the glossary page, as of now or the past. */
export function termHref(
  place: { readonly workspace: string; readonly plan: string },
  anchor: string,
  at: string | null,
): string {
  const search = at === null ? '' : `?at=${encodeURIComponent(at)}`;
  return `${planHref(place, 'glossary')}${search}#${encodeURIComponent(anchor)}`;
}

const longest = 300;

/** A page may have hundreds of texts and one glossary. */
const prepared = new WeakMap<readonly KnownTerm[], PreparedTerms>();

function preparedOf(terms: readonly KnownTerm[]): PreparedTerms {
  const before = prepared.get(terms);
  if (before) return before;
  const made = prepareTerms(terms);
  prepared.set(terms, made);
  return made;
}

const none: readonly KnownTerm[] = [];

/** A text whose words of the glossary are links to what they mean, each where it stands first; code ticks and links are shown. */
export function GlossaryText({ text }: { text: string }) {
  const plan = usePlan();
  const { terms: handed, at: asOf } = useContext(Terms);
  const { data } = useQuery({ ...glossaryOptions(plan, asOf), enabled: handed === null });
  const known = handed ?? data?.items;
  const pieces = useMemo(() => linkTerms(text, preparedOf(known ?? none)), [text, known]);
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    const term = piece.termId === null ? undefined : known?.find(({ id }) => id === piece.termId);
    return term ? <TermLink key={key} term={term} text={piece.text} /> : <InlineText key={key} text={piece.text} />;
  });
}

/** Words with their code ticks and links shown as such. */
function InlineText({ text }: { text: string }) {
  let at = 0;
  return inlinePieces(text).map((piece) => {
    const key = at;
    at += piece.text.length + 1;
    if (piece.mark === 'code')
      return (
        <code key={key} className="rounded-control bg-hover px-1 font-mono text-[0.9em]">
          {piece.text}
        </code>
      );
    return piece.href === null ? (
      <span key={key}>{piece.text}</span>
    ) : (
      <a
        key={key}
        href={piece.href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="break-words text-accent underline underline-offset-2"
      >
        {piece.text}
      </a>
    );
  });
}

function TermLink({ term, text }: { term: KnownTerm; text: string }) {
  const plan = usePlan();
  const { at } = useContext(Terms);
  const { definition } = term;
  const label = definition.length > longest ? `${definition.slice(0, longest).trimEnd()}…` : definition;
  return (
    <Tooltip
      label={
        <>
          <span className="block font-medium">{term.term}</span>
          <span className="block text-muted">{label}</span>
        </>
      }
    >
      <Link
        href={termHref(plan, term.anchor, at)}
        prefetch={false}
        className="underline decoration-dotted decoration-subtle underline-offset-4 hover:decoration-solid"
      >
        {text}
      </Link>
    </Tooltip>
  );
}
