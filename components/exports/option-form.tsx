'use client';
import { useId } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { OptionField } from './option-fields';

interface Props {
  fields: readonly OptionField[];
  options: Readonly<Record<string, unknown>>;
  onChange: (field: OptionField, value: string | boolean) => void;
}

/** The form of a format's options, drawn from what the format says about them. */
export function OptionForm({ fields, options, onChange }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {fields.map((field) => (
        <Option
          key={field.key}
          field={field}
          value={options[field.key] ?? field.initial}
          onChange={(value) => onChange(field, value)}
        />
      ))}
    </div>
  );
}

function Option({
  field,
  value,
  onChange,
}: {
  field: OptionField;
  value: unknown;
  onChange: (value: string | boolean) => void;
}) {
  const id = useId();
  if (field.kind === 'switch') {
    return (
      <div className="flex items-start gap-3">
        <Switch id={id} checked={value === true} onCheckedChange={onChange} />
        <div className="flex min-w-0 flex-col">
          <Label htmlFor={id}>{field.label}</Label>
          <span className="text-muted text-sm">{field.hint}</span>
        </div>
      </div>
    );
  }
  return (
    <Field label={field.label} hint={field.hint}>
      {(control) =>
        field.kind === 'choice' ? (
          <Select
            {...control}
            value={String(value)}
            onValueChange={onChange}
            options={field.choices.map((choice) => ({ value: choice, label: choice }))}
          />
        ) : (
          <Input {...control} value={String(value)} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}
