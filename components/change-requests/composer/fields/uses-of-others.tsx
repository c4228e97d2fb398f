'use client';
import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Chip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import type { ConsumerUse } from '@/lib/domain/plan/kinds/consumer-content';
import { newId } from '@/lib/kit/id';
import { useForm } from '../form-context';
import { ItemSearch } from '../item-search';
import type { EditorProps } from './editor';
import { scalarFrom } from './scalar';

/** What a consumer depends on: an event, a property, one value. */
export function ConsumerUsesEditor({ value, onChange, control, other }: EditorProps) {
  const { names } = useForm();
  const uses = (value ?? []) as ConsumerUse[];
  const isExperiment = other('type') === 'experiment';
  const add = (use: Partial<ConsumerUse>) =>
    onChange([...uses, { key: newId('us'), eventId: null, propertyId: null, value: null, outcome: false, ...use }]);
  const patch = (key: string, change: Partial<ConsumerUse>) =>
    onChange(uses.map((use) => (use.key === key ? { ...use, ...change } : use)));
  return (
    <div className="flex flex-col gap-2">
      {uses.length > 0 ? (
        <ul className="flex flex-col divide-y divide-border rounded-card border border-border">
          {uses.map((use) => (
            <li key={use.key} className="flex flex-wrap items-center gap-2 px-2 py-1.5">
              {use.eventId ? <span className="break-words font-mono text-sm">{names(use.eventId)}</span> : null}
              {use.propertyId ? (
                <Chip
                  removeLabel={`Remove ${names(use.propertyId)}`}
                  {...(use.eventId ? { onRemove: () => patch(use.key, { propertyId: null, value: null }) } : {})}
                >
                  <span className="font-mono">{names(use.propertyId)}</span>
                </Chip>
              ) : (
                <div className="min-w-40 flex-1">
                  <ItemSearch
                    kinds={['property']}
                    onPick={(id) => patch(use.key, { propertyId: id })}
                    placeholder="Only one property of it"
                    aria-label="Property"
                  />
                </div>
              )}
              {use.propertyId ? (
                <Input
                  mono
                  aria-label={`Value of ${names(use.propertyId)}`}
                  placeholder="any value"
                  className="w-36"
                  value={use.value === null ? '' : String(use.value)}
                  onChange={(event) =>
                    patch(use.key, { value: event.target.value === '' ? null : scalarFrom(event.target.value, null) })
                  }
                />
              ) : null}
              {isExperiment ? (
                // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which the label wraps.
                <label className="flex items-center gap-2 text-sm">
                  <Checkbox checked={use.outcome} onCheckedChange={(on) => patch(use.key, { outcome: on === true })} />
                  outcome
                </label>
              ) : null}
              <IconButton
                label="Remove this use"
                className="ml-auto"
                onClick={() => onChange(uses.filter((one) => one !== use))}
              >
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <ItemSearch
        kinds={['event', 'property']}
        onPick={(id, document) => add(document?.kind === 'property' ? { propertyId: id } : { eventId: id })}
        placeholder="Add an event or a property: type its name"
        control={control}
      />
    </div>
  );
}

interface Mapping {
  itemId: string;
  sendAs: string | null;
}

/** The names items are sent under; an item without one is not sent. */
export function NameMappingEditor({ value, onChange, control }: EditorProps) {
  const { names } = useForm();
  const mappings = (value ?? []) as Mapping[];
  const patch = (itemId: string, sendAs: string | null) =>
    onChange(mappings.map((one) => (one.itemId === itemId ? { ...one, sendAs } : one)));
  return (
    <div className="flex flex-col gap-2">
      {mappings.map((one) => (
        <div key={one.itemId} className="flex flex-wrap items-center gap-2">
          <span className="min-w-32 flex-1 break-words font-mono text-sm">{names(one.itemId)}</span>
          {one.sendAs === null ? (
            <Button size="toolbar" variant="ghost" onClick={() => patch(one.itemId, names(one.itemId))}>
              Not sent; send it
            </Button>
          ) : (
            <>
              <Input
                mono
                aria-label={`${names(one.itemId)} is sent as`}
                className="w-52"
                value={one.sendAs}
                onChange={(event) => patch(one.itemId, event.target.value)}
              />
              <Button size="toolbar" variant="ghost" onClick={() => patch(one.itemId, null)}>
                Do not send
              </Button>
            </>
          )}
          <IconButton
            label={`Remove the name of ${names(one.itemId)}`}
            onClick={() => onChange(mappings.filter((other) => other !== one))}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <ItemSearch
        kinds={['event', 'property']}
        without={mappings.map((one) => one.itemId)}
        onPick={(id) => onChange([...mappings, { itemId: id, sendAs: names(id) }])}
        placeholder="Add an event or a property: type its name"
        control={control}
      />
    </div>
  );
}
