'use client';
import { useQueryClient } from '@tanstack/react-query';
import { KindIcon } from '@/components/shared/kind-icon';
import { usePlan } from '@/components/shared/plan-context';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { searchOptions } from '@/lib/client/search';
import { qualifiedName } from '@/lib/domain/plan/item';
import { mapColumnOf } from '@/lib/domain/plan-query/plan-map';

/** Finds an item of the map and brings it into the middle. */
export function MapSearch({ at, onChoose }: { at: string | null; onChoose: (id: string) => void }) {
  const plan = usePlan();
  const client = useQueryClient();
  const find = async (q: string) => {
    if (q.trim() === '') return [];
    const found = await client.fetchQuery(searchOptions(plan, { q, ...(at === null ? {} : { at }) }));
    return found.hits
      .filter(({ item }) => mapColumnOf(item.kind) !== null)
      .map(({ item }) => ({
        value: item.id,
        label: qualifiedName(item),
        hint: item.meaning,
        icon: <KindIcon kind={item.kind} />,
      }));
  };
  return (
    <Field label="Focus on" className="w-72 max-w-full">
      {(control) => (
        <Combobox
          {...control}
          options={find}
          value={[]}
          onChange={([chosen]) => chosen && onChoose(chosen.value)}
          placeholder="Find a source, event, destination…"
          empty="Type part of a name. Properties are not on the map."
        />
      )}
    </Field>
  );
}
