'use client';
import { cn } from '@/components/ui/cn';
import type { SearchResult } from '@/lib/contracts/search';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { grouped } from '@/lib/kit/grouped';

const labels = { kind: 'Kind', owner: 'Owner', lifecycle: 'Lifecycle', tag: 'Tag' } as const;
type Facet = keyof typeof labels;

export interface FacetsProps {
  readonly facets: SearchResult['facets'];
  readonly chosen: { readonly [K in Facet]: string | null };
  readonly onChoose: (
    next: { [K in Exclude<Facet, 'kind'>]?: string | null } & { kind?: (typeof itemKinds)[number] | null },
  ) => void;
}

/** What was found, counted by kind, owner, lifecycle and tag; one of each narrows. */
export function Facets({ facets, chosen, onChoose }: FacetsProps) {
  const choose = (facet: Facet, value: string) => {
    const next = chosen[facet] === value ? null : value;
    if (facet === 'kind') onChoose({ kind: itemKinds.find((kind) => kind === next) ?? null });
    else onChoose({ [facet]: next });
  };
  return (
    <div className="flex flex-col gap-4 text-sm">
      {(Object.keys(labels) as Facet[]).map((facet) =>
        facets[facet].length === 0 ? null : (
          <fieldset key={facet}>
            <legend className="mb-1 font-medium text-subtle text-xs">{labels[facet]}</legend>
            <ul>
              {facets[facet].map((one) => (
                <li key={one.value}>
                  <button
                    type="button"
                    aria-pressed={chosen[facet] === one.value}
                    onClick={() => choose(facet, one.value)}
                    className={cn(
                      'flex w-full items-center justify-between gap-2 rounded-control px-2 py-1 text-left hover:bg-hover aria-pressed:bg-selected aria-pressed:font-medium',
                    )}
                  >
                    <span
                      className={cn(
                        'truncate',
                        (facet === 'kind' || facet === 'lifecycle') && 'first-letter:uppercase',
                      )}
                    >
                      {one.label}
                    </span>
                    <span className="text-subtle tabular-nums">{grouped(one.count)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </fieldset>
        ),
      )}
    </div>
  );
}
