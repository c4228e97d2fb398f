'use client';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { itemOptions } from '@/lib/client/items';
import type { Scalar } from '@/lib/domain/plan/parts';
import { type PropertyType, typeInWords } from '@/lib/domain/plan/property-type';
import type { PropertyUse } from '@/lib/domain/plan/property-use';
import { useForm } from '../form-context';
import { ItemSearch } from '../item-search';
import { PresencePicker } from './presence-picker';
import { scalarFrom } from './scalar';
import { TagsEditor } from './simple';

interface UseDetailsProps {
  readonly use: PropertyUse;
  readonly sources: readonly string[];
  readonly isNew: boolean;
  readonly onChange: (change: Partial<PropertyUse>) => void;
}

/** What an event says of a property beyond its presence: a note, a constant, fewer values, differences per source. */
export function UseDetails({ use, sources, isNew, onChange }: UseDetailsProps) {
  const plan = usePlan();
  const { data } = useQuery({ ...itemOptions(plan, use.propertyId), enabled: !isNew });
  const property = data?.item.kind === 'property' ? data.item.content : null;
  const type: PropertyType | null = property?.type ?? null;
  const values = property?.allowedValues?.map((one) => one.value) ?? null;
  return (
    <div className="flex flex-col gap-3 pb-2 pl-9">
      {property ? (
        <p className="text-muted text-sm">
          <span className="font-mono">{typeInWords(property.type)}</span>
          {property.meaning ? <> · {property.meaning}</> : null}
        </p>
      ) : null}
      <Field label="Note" hint="What is special about it here.">
        {(control) => (
          <Input {...control} value={use.note} onChange={(event) => onChange({ note: event.target.value })} />
        )}
      </Field>
      <Field label="Always this value" hint="Leave it empty unless only one value is ever sent.">
        {(control) => (
          <Input
            {...control}
            mono
            className="max-w-72"
            value={use.pinned ? String(use.pinned.value) : ''}
            onChange={(event) =>
              onChange({ pinned: event.target.value === '' ? null : { value: scalarFrom(event.target.value, type) } })
            }
          />
        )}
      </Field>
      {values ? (
        <NarrowedValues
          values={values}
          chosen={use.allowedValues}
          onChange={(allowedValues) => onChange({ allowedValues })}
        />
      ) : (
        <Field label="Allowed values here" hint="Empty: every value the property allows.">
          {(control) => (
            <TagsEditor
              kind="event"
              field={{ key: 'allowedValues', label: 'Allowed values here', shape: 'set', significance: 'by-rule' }}
              control={control}
              onProblem={() => {}}
              other={() => undefined}
              mono
              read={(text) => scalarFrom(text, type)}
              value={use.allowedValues ?? []}
              onChange={(next) =>
                onChange({ allowedValues: (next as Scalar[]).length === 0 ? null : (next as Scalar[]) })
              }
            />
          )}
        </Field>
      )}
      <PerSource use={use} sources={sources} onChange={onChange} />
    </div>
  );
}

interface NarrowedValuesProps {
  readonly values: readonly Scalar[];
  readonly chosen: readonly Scalar[] | null;
  readonly onChange: (values: Scalar[] | null) => void;
}

function NarrowedValues({ values, chosen, onChange }: NarrowedValuesProps) {
  const isOn = (value: Scalar) => chosen === null || chosen.includes(value);
  const toggle = (value: Scalar) => {
    const next = values.filter((one) => (one === value ? !isOn(one) : isOn(one)));
    onChange(next.length === values.length || next.length === 0 ? null : next);
  };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium text-sm">Allowed values here</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {values.map((value) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which the label wraps.
          <label key={JSON.stringify(value)} className="flex items-center gap-2 font-mono text-sm">
            <Checkbox checked={isOn(value)} onCheckedChange={() => toggle(value)} />
            {String(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PerSource({ use, sources, onChange }: Pick<UseDetailsProps, 'use' | 'sources' | 'onChange'>) {
  const { names } = useForm();
  const differing = use.perSource.map((one) => one.sourceId);
  const add = (sourceId: string) => onChange({ perSource: [...use.perSource, { sourceId, presence: null, note: '' }] });
  const left = sources.filter((id) => !differing.includes(id));
  const patch = (sourceId: string, change: Partial<PropertyUse['perSource'][number]>) =>
    onChange({ perSource: use.perSource.map((one) => (one.sourceId === sourceId ? { ...one, ...change } : one)) });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium text-sm">Differences per source</legend>
      {use.perSource.map((one) => (
        <div key={one.sourceId} className="flex flex-wrap items-center gap-2">
          <span className="min-w-24 font-mono text-sm">{names(one.sourceId)}</span>
          {one.presence ? (
            <PresencePicker
              label={`Presence on ${names(one.sourceId)}`}
              value={one.presence}
              onChange={(presence) =>
                patch(one.sourceId, {
                  presence:
                    presence.kind === 'when' && presence.condition === ''
                      ? { kind: 'when', condition: 'stated in the note' }
                      : presence,
                })
              }
            />
          ) : (
            <Button size="toolbar" variant="ghost" onClick={() => patch(one.sourceId, { presence: { kind: 'never' } })}>
              Other presence
            </Button>
          )}
          <Input
            aria-label={`Note on ${names(one.sourceId)}`}
            placeholder="What differs"
            className="h-toolbar min-w-40 flex-1"
            value={one.note}
            onChange={(event) => patch(one.sourceId, { note: event.target.value })}
          />
          <IconButton
            label={`Remove ${names(one.sourceId)}`}
            onClick={() => onChange({ perSource: use.perSource.filter((other) => other !== one) })}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      {left.length > 0 ? (
        <div className="flex flex-wrap gap-1">
          {left.map((id) => (
            <Button key={id} size="toolbar" variant="ghost" onClick={() => add(id)}>
              {names(id)} differs
            </Button>
          ))}
        </div>
      ) : sources.length === 0 ? (
        <ItemSearch
          kinds={['source']}
          without={differing}
          onPick={(id) => add(id)}
          placeholder="Type a source"
          aria-label="A source that differs"
        />
      ) : null}
    </fieldset>
  );
}
