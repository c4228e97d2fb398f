'use client';
import { useQuery } from '@tanstack/react-query';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { memberChoicesOptions } from '@/lib/client/members';
import { teamsOptions } from '@/lib/client/teams';
import type { Owner } from '@/lib/domain/plan/parts';

/** An owner with the name it is chosen by. */
export type NamedOwner = Owner & { readonly name: string };

const keyOf = (owner: Owner) => `${owner.type}:${owner.id}`;

/** Chooses who answers for something from now on: a team or a member. */
export function OwnerPicker({
  workspace,
  value,
  onChange,
  except,
  label = 'New owner',
  required = true,
}: {
  workspace: string;
  value: NamedOwner | null;
  onChange: (owner: NamedOwner | null) => void;
  /** Who is not offered, as they are leaving. */
  except?: Owner | undefined;
  label?: string;
  required?: boolean;
}) {
  const { data: members } = useQuery(memberChoicesOptions(workspace));
  const { data: teams } = useQuery(teamsOptions(workspace));
  const owners: NamedOwner[] = [
    ...(teams?.items ?? []).map(({ id, name }) => ({ type: 'team' as const, id, name })),
    ...(members?.items ?? []).map(({ id, name }) => ({ type: 'person' as const, id, name })),
  ].filter((owner) => !except || keyOf(owner) !== keyOf(except));
  const optionOf = (owner: NamedOwner): ComboboxOption => ({
    value: keyOf(owner),
    label: owner.name,
    hint: owner.type === 'team' ? 'Team' : undefined,
  });
  return (
    <Field label={label} required={required}>
      {(control) => (
        <Combobox
          {...control}
          options={owners.map(optionOf)}
          value={value ? [optionOf(value)] : []}
          onChange={([chosen]) => onChange(owners.find((owner) => keyOf(owner) === chosen?.value) ?? null)}
          placeholder="Choose a team or a person"
          empty="Nobody here is called that."
        />
      )}
    </Field>
  );
}
