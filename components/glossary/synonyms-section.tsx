'use client';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { synonymsOptions, useRemoveSynonyms, useSaveSynonyms } from '@/lib/client/synonyms';
import type { SynonymSet } from '@/lib/contracts/synonyms';
import type { SynonymDraft } from './synonym-draft';
import { SynonymsDialog } from './synonyms-dialog';
import { VainSearches } from './vain-searches';

/** The words that searches of the plan take for one another, and what was searched for in vain. */
export function SynonymsSection({ unavailable }: { unavailable: string | undefined }) {
  const plan = usePlan();
  const query = useQuery(synonymsOptions(plan));
  const [draft, setDraft] = useState<SynonymDraft | null>(null);
  const sets = query.data?.items ?? [];
  return (
    <section id="synonyms" aria-labelledby="synonyms-head" className="flex max-w-[72ch] scroll-mt-24 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="synonyms-head" className="min-w-0 flex-1 font-semibold text-md">
          Synonyms of search
        </h2>
        <Button size="toolbar" unavailable={unavailable} onClick={() => setDraft({ words: [] })}>
          <Plus aria-hidden /> Add synonyms
        </Button>
      </div>
      <p className="text-base text-muted">
        Whoever searches for one of the words finds what is written with the others: in ⌘K, on the search page and in
        the API.
      </p>
      <QueryError query={query} />
      <Pending pending={query.isPending && !query.isError} skeleton={<SkeletonRows rows={2} />}>
        {sets.length === 0 && query.data ? (
          <p className="text-base text-subtle">None yet. A good first one: sign-up = registration = enrolment.</p>
        ) : (
          <ul aria-label="Sets of synonyms" className="flex flex-col">
            {sets.map((set) => (
              <SetRow
                key={set.id}
                set={set}
                unavailable={unavailable}
                onEdit={() => setDraft({ set, words: set.words })}
              />
            ))}
          </ul>
        )}
      </Pending>
      {unavailable === undefined ? <VainSearches sets={sets} onAdd={setDraft} /> : null}
      <SynonymsDialog draft={draft} onClose={() => setDraft(null)} />
    </section>
  );
}

function SetRow({
  set,
  unavailable,
  onEdit,
}: {
  set: SynonymSet;
  unavailable: string | undefined;
  onEdit: () => void;
}) {
  const plan = usePlan();
  const remove = useRemoveSynonyms(plan);
  const save = useSaveSynonyms(plan);
  const words = set.words.join(' = ');
  const takeOut = () =>
    remove.mutate(set.id, {
      onSuccess: () => notify('The synonyms are deleted', { undo: () => save.mutate({ words: set.words }) }),
      onError: (error) => notifyFailure('The synonyms were not deleted', { description: wordsFor(error) }),
    });
  return (
    <li className="flex min-w-0 items-center gap-2 border-border border-b py-1">
      <span className="wrap-anywhere min-w-0 flex-1 text-base">{words}</span>
      {unavailable === undefined ? (
        <>
          <IconButton label={`Edit ${words}`} onClick={onEdit}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label={`Delete ${words}`} onClick={takeOut}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      ) : null}
    </li>
  );
}
