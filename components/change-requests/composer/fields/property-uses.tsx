'use client';
import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type PropertyUse, propertyUseSchema } from '@/lib/domain/plan/property-use';
import { useForm } from '../form-context';
import { ItemSearch } from '../item-search';
import type { EditorProps } from './editor';
import { PresencePicker } from './presence-picker';
import { type TypeChoice, typeChoices, typeOfChoice } from './type-choice';
import { UseDetails } from './use-details';

/** The properties an event or a group carries: existing ones by typing, new ones made in place. */
export function PropertyUsesEditor({ value, onChange, control, other }: EditorProps) {
  const { createProperty } = useForm();
  const uses = (value ?? []) as PropertyUse[];
  const add = (propertyId: string) =>
    onChange([...uses, propertyUseSchema.parse({ propertyId, presence: { kind: 'always' } })]);
  const patch = (id: string, change: Partial<PropertyUse>) =>
    onChange(uses.map((use) => (use.propertyId === id ? { ...use, ...change } : use)));
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {uses.length > 0 ? (
        <ul className="flex flex-col divide-y divide-border rounded-card border border-border">
          {uses.map((use) => (
            <UseRow
              key={use.propertyId}
              use={use}
              sources={(other('sources') as string[] | undefined) ?? []}
              onChange={(change) => patch(use.propertyId, change)}
              onRemove={() => onChange(uses.filter((one) => one.propertyId !== use.propertyId))}
            />
          ))}
        </ul>
      ) : null}
      <ItemSearch
        kinds={['property']}
        without={uses.map((use) => use.propertyId)}
        onPick={(id) => add(id)}
        onCreate={(name) => add(createProperty(name))}
        placeholder="Add a property: type its name"
        control={control}
      />
    </div>
  );
}

interface UseRowProps {
  readonly use: PropertyUse;
  readonly sources: readonly string[];
  readonly onChange: (change: Partial<PropertyUse>) => void;
  readonly onRemove: () => void;
}

function UseRow({ use, sources, onChange, onRemove }: UseRowProps) {
  const { names, newProperties } = useForm();
  const [open, setOpen] = useState(false);
  const name = names(use.propertyId);
  const fresh = newProperties.find((property) => property.id === use.propertyId);
  const extras = [
    use.pinned && 'pinned',
    use.allowedValues && 'narrowed',
    use.note && 'note',
    use.perSource.length > 0 && 'per source',
  ].filter(Boolean);
  return (
    <li className="flex min-w-0 flex-col gap-2 px-2 py-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <IconButton
          label={open ? `Fold ${name}` : `More about ${name}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown aria-hidden className="size-4" /> : <ChevronRight aria-hidden className="size-4" />}
        </IconButton>
        <span className="min-w-24 flex-1 break-words font-mono text-sm">{name}</span>
        {fresh ? <Badge tone="added">New property</Badge> : null}
        {extras.map((word) => (
          <Badge key={String(word)}>{word}</Badge>
        ))}
        <PresencePicker
          label={`Presence of ${name}`}
          value={use.presence}
          onChange={(presence) => onChange({ presence })}
        />
        <IconButton label={`Remove ${name}`} onClick={onRemove}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      {use.presence.kind === 'when' ? (
        <Input
          aria-label={`When ${name} is sent`}
          placeholder="the cart is not empty"
          value={use.presence.condition}
          onChange={(event) => onChange({ presence: { kind: 'when', condition: event.target.value } })}
        />
      ) : null}
      {fresh ? <NewPropertyFields id={use.propertyId} /> : null}
      {open ? <UseDetails use={use} sources={sources} isNew={fresh !== undefined} onChange={onChange} /> : null}
    </li>
  );
}

function NewPropertyFields({ id }: { id: string }) {
  const { newProperties, updateProperty } = useForm();
  const property = newProperties.find((one) => one.id === id);
  if (!property) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 pl-9">
      <Select
        aria-label={`Type of ${property.name}`}
        size="toolbar"
        className="w-44"
        value={property.type.type}
        options={typeChoices.filter((choice) => choice.value !== 'object' && choice.value !== 'union')}
        onValueChange={(choice) => updateProperty(id, { type: typeOfChoice(choice as TypeChoice, property.type) })}
      />
      <Input
        aria-label={`Meaning of ${property.name}`}
        placeholder="What it means"
        className="h-toolbar min-w-48 flex-1"
        value={property.meaning}
        onChange={(event) => updateProperty(id, { meaning: event.target.value })}
      />
    </div>
  );
}
