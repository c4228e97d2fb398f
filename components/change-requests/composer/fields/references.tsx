'use client';
import { Chip } from '@/components/ui/chip';
import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { Lifecycle, Owner } from '@/lib/domain/plan/parts';
import { useForm } from '../form-context';
import { ItemSearch } from '../item-search';
import type { EditorProps } from './editor';

/** Items of one kind without order: sources, destinations, groups. */
export function ItemsEditor({ value, onChange, control, of }: EditorProps & { of: ItemKind }) {
  const { names } = useForm();
  const ids = Array.isArray(value) ? (value as string[]) : [];
  return (
    <div className="flex flex-col gap-1.5">
      {ids.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {ids.map((id) => (
            <li key={id} className="min-w-0">
              <Chip removeLabel={`Remove ${names(id)}`} onRemove={() => onChange(ids.filter((other) => other !== id))}>
                <span className="font-mono">{names(id)}</span>
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      <ItemSearch
        kinds={[of]}
        without={ids}
        onPick={(id) => onChange([...ids, id])}
        placeholder="Type a name"
        control={control}
      />
    </div>
  );
}

const none = '—';

/** The one source whose count is right; offered among the event's own sources. */
export function SourceOfTruthEditor({ value, onChange, control, other }: EditorProps) {
  const { names } = useForm();
  const sources = (other('sources') as string[] | undefined) ?? [];
  const offered = typeof value === 'string' && !sources.includes(value) ? [...sources, value] : sources;
  if (offered.length === 0) {
    return (
      <p id={control.id} className="text-sm text-subtle">
        Name the sources first.
      </p>
    );
  }
  return (
    <Select
      {...control}
      className="max-w-72"
      value={typeof value === 'string' ? value : none}
      onValueChange={(next) => onChange(next === none ? null : next)}
      options={[{ value: none, label: 'Not stated' }, ...offered.map((id) => ({ value: id, label: names(id) }))]}
    />
  );
}

/** The team or person accountable. */
export function OwnerEditor({ value, onChange, control }: EditorProps) {
  const { owners, names } = useForm();
  const owner = value as Owner | null;
  const options = owners.map((one) => ({
    value: one.id,
    label: one.name,
    hint: one.type === 'team' ? 'Team' : 'Person',
  }));
  return (
    <Combobox
      {...control}
      className="max-w-72"
      options={options}
      value={owner ? [{ value: owner.id, label: names(owner.id) }] : []}
      placeholder="Nobody yet"
      searchPlaceholder="Team or person"
      onChange={([chosen]) => {
        const found = owners.find((one) => one.id === chosen?.value);
        onChange(found ? { type: found.type, id: found.id } : null);
      }}
    />
  );
}

const states: { value: Lifecycle['state']; label: string; hint: string }[] = [
  { value: 'planned', label: 'Planned', hint: 'Not sent yet' },
  { value: 'live', label: 'Live', hint: 'Sent and counted on' },
  { value: 'deprecated', label: 'Deprecated', hint: 'Still sent; use something else' },
  { value: 'retired', label: 'Retired', hint: 'No longer sent' },
];

/** Where the item stands, and what to use instead. */
export function LifecycleEditor({ kind, value, onChange, control }: EditorProps) {
  const { names } = useForm();
  const lifecycle = (value ?? { state: 'planned', replacedBy: null }) as Lifecycle;
  const ends = lifecycle.state === 'deprecated' || lifecycle.state === 'retired';
  return (
    <div className="flex flex-col gap-2">
      <Select
        {...control}
        className="max-w-72"
        value={lifecycle.state}
        options={states}
        onValueChange={(state) => onChange({ ...lifecycle, state: state as Lifecycle['state'] })}
      />
      {lifecycle.replacedBy ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          Replaced by
          <Chip removeLabel="Remove the replacement" onRemove={() => onChange({ ...lifecycle, replacedBy: null })}>
            <span className="font-mono">{names(lifecycle.replacedBy)}</span>
          </Chip>
        </p>
      ) : ends ? (
        <ItemSearch
          kinds={[kind]}
          onPick={(id) => onChange({ ...lifecycle, replacedBy: id })}
          placeholder="What replaces it"
          aria-label="Replaced by"
        />
      ) : null}
    </div>
  );
}
