'use client';
import { useQueryClient } from '@tanstack/react-query';
import { KindIcon } from '@/components/shared/kind-icon';
import { usePlan } from '@/components/shared/plan-context';
import { Combobox } from '@/components/ui/combobox';
import type { FieldControl } from '@/components/ui/field';
import { searchOptions } from '@/lib/client/search';
import type { ItemRef } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';

interface Props {
  readonly control: FieldControl;
  readonly kinds: readonly ItemKind[];
  readonly value: ItemRef | null;
  readonly onChange: (item: ItemRef | null) => void;
  readonly placeholder: string;
}

/** Finds an item of some kinds by any of its words. */
export function ItemChoice({ control, kinds, value, onChange, placeholder }: Props) {
  const plan = usePlan();
  const client = useQueryClient();
  const known = new Map(value ? [[value.id, value]] : []);
  const find = async (q: string) => {
    if (q.trim() === '') return [];
    const { hits } = await client.fetchQuery(searchOptions(plan, { q }));
    return hits.flatMap(({ item }) => {
      if (!kinds.includes(item.kind)) return [];
      known.set(item.id, item);
      return [optionOf(item)];
    });
  };
  return (
    <Combobox
      {...control}
      options={find}
      value={value ? [optionOf(value)] : []}
      onChange={([chosen]) => onChange(chosen ? (known.get(chosen.value) ?? null) : null)}
      placeholder={placeholder}
      searchPlaceholder="Type part of a name or meaning"
      empty="Nothing fits. Type part of a name or meaning."
    />
  );
}

function optionOf(item: ItemRef) {
  return { value: item.id, label: qualifiedName(item), hint: item.meaning, icon: <KindIcon kind={item.kind} /> };
}
