'use client';
import { OwnerPicker } from '@/components/shared/hand-over/owner-picker';
import { usePlan } from '@/components/shared/plan-context';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { findItems } from '@/lib/client/grid';
import { setChanges } from '@/lib/domain/bulk/bulk-action';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { BulkDraft, BulkKind, NamedItem } from './bulk-draft';

const hows = { add: 'Add to what is there', remove: 'Take off', set: 'Replace all that is there' };
const states = ['planned', 'live', 'deprecated', 'retired'] as const;

interface Props {
  readonly kind: BulkKind;
  readonly itemKind: ItemKind;
  readonly draft: BulkDraft;
  readonly onChange: (part: Partial<BulkDraft>) => void;
}

/** What an action on a selection asks for. */
export function BulkFields({ kind, itemKind, draft, onChange }: Props) {
  const { workspace } = usePlan();
  switch (kind) {
    case 'owner':
      return (
        <>
          {draft.noOwner ? null : (
            <OwnerPicker workspace={workspace} value={draft.owner} onChange={(owner) => onChange({ owner })} />
          )}
          <Tick label="Leave them without an owner" on={draft.noOwner} onChange={(noOwner) => onChange({ noOwner })} />
        </>
      );
    case 'tags':
      return (
        <>
          <How draft={draft} onChange={onChange} />
          <Field label="Tags" hint="Parted by commas">
            {(control) => (
              <Input
                {...control}
                dir="auto"
                value={draft.tags}
                onChange={(event) => onChange({ tags: event.target.value })}
              />
            )}
          </Field>
        </>
      );
    case 'lifecycle':
      return (
        <>
          <Field label="Lifecycle" required>
            {(control) => (
              <Select
                {...control}
                options={states.map((value) => ({ value, label: value }))}
                value={draft.state}
                onValueChange={(value) => onChange({ state: states.find((one) => one === value) ?? 'deprecated' })}
              />
            )}
          </Field>
          {draft.state === 'deprecated' || draft.state === 'retired' ? (
            <ItemChoice
              label="Replaced by"
              kind={itemKind}
              value={draft.item ? [draft.item] : []}
              onChange={([item = null]) => onChange({ item })}
            />
          ) : null}
        </>
      );
    case 'sources':
      return (
        <>
          <How draft={draft} onChange={onChange} />
          <ItemChoice
            label="Sources"
            kind="source"
            multiple
            value={draft.sources}
            onChange={(sources) => onChange({ sources })}
          />
        </>
      );
    case 'review-by':
      return (
        <Field label="Look at them again by" hint="Empty takes the day away">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.date}
              onChange={(event) => onChange({ date: event.target.value })}
            />
          )}
        </Field>
      );
    default:
      return (
        <>
          <ItemChoice
            label="Property that takes their place"
            kind="property"
            value={draft.item ? [draft.item] : []}
            onChange={([item = null]) => onChange({ item })}
          />
          <Tick label="Retire the replaced ones" on={draft.retire} onChange={(retire) => onChange({ retire })} />
        </>
      );
  }
}

function How({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <Field label="How" required>
      {(control) => (
        <Select
          {...control}
          options={setChanges.map((value) => ({ value, label: hows[value] }))}
          value={draft.how}
          onValueChange={(value) => onChange({ how: setChanges.find((one) => one === value) ?? 'add' })}
        />
      )}
    </Field>
  );
}

function Tick({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  const id = `bulk-${label.replaceAll(' ', '-').toLowerCase()}`;
  return (
    <label className="flex items-center gap-2 text-base" htmlFor={id}>
      <Checkbox id={id} checked={on} onCheckedChange={(checked) => onChange(checked === true)} />
      {label}
    </label>
  );
}

interface ItemChoiceProps {
  readonly label: string;
  readonly kind: ItemKind;
  readonly multiple?: boolean;
  readonly value: readonly NamedItem[];
  readonly onChange: (items: readonly NamedItem[]) => void;
}

function ItemChoice({ label, kind, multiple = false, value, onChange }: ItemChoiceProps) {
  const plan = usePlan();
  const find = async (words: string, signal: AbortSignal) =>
    (await findItems(plan, kind, words, signal)).map((item) => ({
      value: item.id,
      label: qualifiedName(item),
      hint: item.meaning === '' ? undefined : item.meaning,
    }));
  return (
    <Field label={label}>
      {(control) => (
        <Combobox
          {...control}
          options={find}
          multiple={multiple}
          value={value.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => onChange(chosen.map((one) => ({ id: one.value, name: one.label })))}
          empty="Nothing here is called that."
        />
      )}
    </Field>
  );
}
