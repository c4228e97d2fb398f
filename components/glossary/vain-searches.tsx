'use client';
import { useQuery } from '@tanstack/react-query';
import { usePlan } from '@/components/shared/plan-context';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useDismissVain, vainSearchesOptions } from '@/lib/client/synonyms';
import type { SynonymSet, VainSearch } from '@/lib/contracts/synonyms';
import { grouped } from '@/lib/kit/grouped';
import type { SynonymDraft } from './synonym-draft';

interface Props {
  readonly sets: readonly SynonymSet[];
  readonly onAdd: (draft: SynonymDraft) => void;
}

/** What people searched for and did not find, the most wanted first; nobody is named. */
export function VainSearches({ sets, onAdd }: Props) {
  const query = useQuery(vainSearchesOptions(usePlan()));
  const items = query.data?.items ?? [];
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium text-base">Searched in vain</h3>
      <QueryError query={query} />
      {query.data && items.length === 0 ? (
        <p className="text-base text-subtle">
          Nothing since three months. What people look for and do not find appears here, without their names.
        </p>
      ) : (
        <ul aria-label="Searched in vain" className="flex flex-col">
          {items.map((vain) => (
            <VainRow key={vain.text} vain={vain} sets={sets} onAdd={onAdd} />
          ))}
        </ul>
      )}
    </div>
  );
}

const mostOffered = 12;

function VainRow({ vain, sets, onAdd }: Props & { vain: VainSearch }) {
  const dismiss = useDismissVain(usePlan());
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-border border-b py-1">
      <span className="wrap-anywhere min-w-0 flex-1 basis-40 text-base">{vain.text}</span>
      <span className="text-sm text-subtle tabular-nums">
        {vain.count === 1 ? 'once' : `${grouped(vain.count)} times`}, <RelativeTime at={vain.lastAt} />
      </span>
      <DropdownMenu
        label={`Add ${vain.text} as a synonym`}
        trigger={
          <Button size="toolbar" aria-label={`Add ${vain.text} as a synonym of …`}>
            Add as a synonym of …
          </Button>
        }
      >
        <MenuItem onSelect={() => onAdd({ words: [vain.text, ''] })}>A word of the plan …</MenuItem>
        {sets.slice(0, mostOffered).map((set) => (
          <MenuItem key={set.id} onSelect={() => onAdd({ set, words: [...set.words, vain.text] })}>
            {set.words.join(' = ')}
          </MenuItem>
        ))}
      </DropdownMenu>
      <Button
        size="toolbar"
        variant="ghost"
        pending={dismiss.isPending}
        aria-label={`Dismiss ${vain.text}`}
        onClick={() =>
          dismiss.mutate(vain.text, {
            onError: (error) => notifyFailure('It was not dismissed', { description: wordsFor(error) }),
          })
        }
      >
        Dismiss
      </Button>
    </li>
  );
}
