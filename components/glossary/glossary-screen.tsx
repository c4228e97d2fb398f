'use client';
import { useQuery } from '@tanstack/react-query';
import { BookOpen, Plus } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { type ReactNode, useRef, useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { PastMoment } from '@/components/shared/past-moment';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/input';
import { PageHeader } from '@/components/ui/page-header';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { glossaryOptions } from '@/lib/client/glossary';
import type { TermList, TermView } from '@/lib/contracts/glossary';
import { includesRole } from '@/lib/domain/access/roles';
import { buildSearchIndex } from '@/lib/domain/search/build-search-index';
import { searchIndex } from '@/lib/domain/search/search-index';
import { termDocument } from '@/lib/domain/search/term-document';
import { SynonymsSection } from './synonyms-section';
import { TermDialog } from './term-dialog';
import { TermEntry } from './term-entry';

const needs = 'Contributors write the glossary; ask an admin for the role';

interface Props {
  readonly first: TermList;
  /** As of when it is read; null is now, when it can be written. */
  readonly at: string | null;
  readonly secondary: ReactNode;
  readonly bars: ReactNode;
}

/** The words of the plan's own, and the words that searches take for one another. */
export function GlossaryScreen({ first, at, secondary, bars }: Props) {
  const plan = usePlan();
  const query = useQuery({ ...glossaryOptions(plan, at), initialData: first });
  const [asked, setAsked] = useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace' }));
  const [draft, setDraft] = useState<{ readonly term?: TermView; readonly name?: string } | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const isContributor = includesRole(plan.role, 'contributor');
  const mayEdit = at === null && isContributor;
  const unavailable = isContributor ? undefined : needs;
  useShortcut('filter.focus', (event) => {
    event.preventDefault();
    box.current?.focus();
  });
  const terms = query.data?.items ?? [];
  const shown = fitting(terms, asked);
  const add = at === null && (
    <Button variant="primary" unavailable={unavailable} onClick={() => setDraft(asked === '' ? {} : { name: asked })}>
      <Plus aria-hidden /> Explain a word
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Glossary"
        state={query.data ? <Total count={shown.length} one="word" many="words" /> : null}
        primary={terms.length > 0 ? add : undefined}
        secondary={secondary}
        bars={bars}
      />
      <div className="flex flex-col gap-10 px-4 py-4 lg:px-6">
        <section aria-label="Words" className="flex max-w-[72ch] flex-col gap-4">
          {at === null ? null : (
            <PastMoment what="words" at={at} release={first.release} backHref={planHref(plan, 'glossary')} />
          )}
          {terms.length > 0 ? (
            <search>
              <Input
                ref={box}
                type="search"
                aria-label="Search the glossary"
                placeholder="Search the glossary"
                value={asked}
                onChange={(event) => void setAsked(event.target.value === '' ? null : event.target.value)}
              />
            </search>
          ) : null}
          <QueryError query={query} />
          <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={6} />}>
            {terms.length === 0 && at !== null ? (
              <EmptyState icon={<BookOpen />}>No word was explained then.</EmptyState>
            ) : terms.length === 0 && query.data ? (
              <EmptyState icon={<BookOpen />} action={add}>
                No word is explained yet. A good first one is what everybody counts and each counts in another way:
                “Active account: an account in which somebody did something on at least 2 of the last 28 days. Support
                and test accounts do not count.” Wherever a meaning says the word, its definition is one hover away.
              </EmptyState>
            ) : shown.length === 0 && query.data ? (
              <EmptyState action={mayEdit ? add : undefined}>
                {at === null
                  ? `The glossary does not explain “${asked}”.`
                  : `The glossary did not explain “${asked}” then.`}
              </EmptyState>
            ) : (
              <dl className="flex flex-col">
                {shown.map((term) => (
                  <TermEntry key={term.id} term={term} at={at} mayEdit={mayEdit} onEdit={() => setDraft({ term })} />
                ))}
              </dl>
            )}
          </Pending>
        </section>
        {at === null ? <SynonymsSection unavailable={unavailable} /> : null}
      </div>
      <TermDialog draft={draft} onClose={() => setDraft(null)} />
    </>
  );
}

/** The terms that words ask for, best first; all of them, in order, when nothing is asked. */
function fitting(terms: readonly TermView[], asked: string): readonly TermView[] {
  if (asked.trim() === '') return terms;
  const byId = new Map(terms.map((term) => [term.id, term]));
  const hits = searchIndex(buildSearchIndex(terms.map(termDocument)), asked, terms.length);
  return hits.flatMap(({ document }) => byId.get(document.id) ?? []);
}
