'use client';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  alternatives,
  isNullable,
  type ObjectField,
  type PropertyType,
  withNullable,
} from '@/lib/domain/plan/property-type';
import type { EditorProps } from './editor';
import { chosenType, type TypeChoice, typeChoices, typeOfChoice } from './type-choice';

/** The type of a property: one kind of value, a list, an object with named fields, or several. */
export function PropertyTypeEditor({ value, onChange, control }: EditorProps) {
  return (
    <TypeEditor label="Type" id={control.id} value={(value ?? { type: 'any' }) as PropertyType} onChange={onChange} />
  );
}

interface TypeEditorProps {
  readonly label: string;
  readonly id?: string | undefined;
  readonly value: PropertyType;
  readonly onChange: (type: PropertyType) => void;
  /** Members of a union have no `null` of their own. */
  readonly isMember?: boolean;
}

function TypeEditor({ label, id, value, onChange, isMember = false }: TypeEditorProps) {
  const nullable = isNullable(value);
  const bare = withNullable(value, false);
  const set = (type: PropertyType) => onChange(withNullable(type, nullable));
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Select
          id={id}
          aria-label={id ? 'Type' : label}
          className="w-52"
          value={chosenType(bare)}
          options={isMember ? typeChoices.filter((choice) => choice.value !== 'union') : typeChoices}
          onValueChange={(choice) => set(typeOfChoice(choice as TypeChoice, bare))}
        />
        {isMember || bare.type === 'any' ? null : (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which the label wraps.
          <label className="flex items-center gap-2 text-sm">
            <Checkbox checked={nullable} onCheckedChange={(on) => onChange(withNullable(value, on === true))} />
            may be null
          </label>
        )}
      </div>
      {bare.type === 'array' ? (
        <div className="border-border border-l-2 pl-3">
          <TypeEditor
            label="Type of each entry"
            value={bare.items}
            onChange={(items) => set({ type: 'array', items })}
          />
        </div>
      ) : null}
      {bare.type === 'object' ? <ObjectEditor value={bare} onChange={set} /> : null}
      {bare.type === 'union' ? <UnionEditor value={bare} onChange={set} /> : null}
    </div>
  );
}

function UnionEditor({
  value,
  onChange,
}: {
  value: Extract<PropertyType, { type: 'union' }>;
  onChange: (type: PropertyType) => void;
}) {
  const members = alternatives(value);
  const replace = (next: readonly PropertyType[]) => {
    const [only] = next;
    onChange(next.length === 1 && only ? only : { type: 'union', of: [...next] });
  };
  return (
    <ul className="flex flex-col gap-2 border-border border-l-2 pl-3">
      {members.map((member, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the members of a union have no other identity.
        <li key={at} className="flex items-start gap-2">
          <TypeEditor
            isMember
            label={`Type ${at + 1}`}
            value={member}
            onChange={(next) => replace(members.map((other, index) => (index === at ? next : other)))}
          />
          <IconButton
            label={`Remove type ${at + 1}`}
            onClick={() => replace(members.filter((_, index) => index !== at))}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </li>
      ))}
      <li>
        <Button size="toolbar" variant="ghost" onClick={() => replace([...members, { type: 'string' }])}>
          <Plus aria-hidden className="size-4" /> Or another type
        </Button>
      </li>
    </ul>
  );
}

function ObjectEditor({
  value,
  onChange,
}: {
  value: Extract<PropertyType, { type: 'object' }>;
  onChange: (type: PropertyType) => void;
}) {
  const set = (fields: ObjectField[]) => onChange({ ...value, fields });
  const patch = (at: number, change: Partial<ObjectField>) =>
    set(value.fields.map((field, index) => (index === at ? { ...field, ...change } : field)));
  return (
    <div className="flex flex-col gap-3 border-border border-l-2 pl-3">
      {value.fields.map((field, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name being typed is no identity.
        <fieldset key={at} className="flex flex-col gap-2">
          <legend className="sr-only">Field {field.name || at + 1}</legend>
          <div className="flex flex-wrap items-center gap-2">
            <Input
              mono
              aria-label="Name of the field"
              placeholder="name"
              className="w-44"
              value={field.name}
              onChange={(event) => patch(at, { name: event.target.value })}
            />
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which the label wraps. */}
            <label className="flex items-center gap-2 text-sm">
              <Checkbox checked={field.required} onCheckedChange={(on) => patch(at, { required: on === true })} />
              required
            </label>
            <IconButton
              label={`Remove field ${field.name}`}
              onClick={() => set(value.fields.filter((_, index) => index !== at))}
            >
              <Trash2 aria-hidden className="size-4" />
            </IconButton>
          </div>
          <Input
            aria-label={`Meaning of ${field.name || 'the field'}`}
            placeholder="What it means"
            value={field.meaning}
            onChange={(event) => patch(at, { meaning: event.target.value })}
          />
          <TypeEditor
            label={`Type of ${field.name || 'the field'}`}
            value={field.type}
            onChange={(type) => patch(at, { type })}
          />
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          size="toolbar"
          variant="ghost"
          onClick={() => set([...value.fields, { name: '', type: { type: 'string' }, required: false, meaning: '' }])}
        >
          <Plus aria-hidden className="size-4" /> Field
        </Button>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which the label wraps. */}
        <label className="flex items-center gap-2 text-sm">
          <Checkbox checked={value.open} onCheckedChange={(on) => onChange({ ...value, open: on === true })} />
          other fields may come along
        </label>
      </div>
    </div>
  );
}
