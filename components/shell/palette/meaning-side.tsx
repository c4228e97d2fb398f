'use client';
import { useQuery } from '@tanstack/react-query';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { itemOptions, type PlanPlace } from '@/lib/client/items';
import { fieldValue } from '@/lib/domain/plan/item';
import type { FoundItem } from './option';

/** The whole meaning of the chosen item, beside the list; what the index knows is shown until the rest is read. */
export function MeaningSide({ place, item, at }: { place: PlanPlace; item: FoundItem; at: string | null }) {
  const { data } = useQuery(itemOptions(place, item.id, at ?? undefined));
  // While another item is read, the cache still shows the one before.
  const full = data?.item.id === item.id ? data : undefined;
  const text = (field: string) => {
    const value = full && fieldValue(full.item, field);
    return typeof value === 'string' ? value : '';
  };
  return (
    <section
      aria-label={`Meaning of ${item.name}`}
      aria-live="polite"
      className="flex max-h-[50vh] w-72 shrink-0 flex-col gap-3 overflow-y-auto border-border border-l p-4 text-base max-sm:hidden"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 break-words font-medium font-mono text-sm">{item.name}</h3>
        <LifecycleBadge state={item.lifecycle} />
      </div>
      <p className="break-words">{text('meaning') || item.meaning}</p>
      <Part label="Fires when" text={text('firesWhen')} />
      <Part label="Does not count" text={text('doesNotCount')} />
      <Part label="Owner" text={full?.owner?.name ?? ''} />
    </section>
  );
}

function Part({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <div>
      <h4 className="font-medium text-subtle text-xs">{label}</h4>
      <p className="break-words">{text}</p>
    </div>
  );
}
