'use client';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import type { ExportFormat } from '@/lib/contracts/exports';
import { type ExportState, exportStates, readOptions } from './export-state';
import { optionFields, withOption } from './option-fields';
import { OptionForm } from './option-form';

interface Props {
  formats: readonly ExportFormat[];
  state: ExportState;
  onChange: (patch: Partial<ExportState>) => void;
}

const stateWords = {
  newest: 'The newest release',
  release: 'A release or a date',
  request: 'A change request',
} as const;

/** What is exported, and how. */
export function ExportForm({ formats, state, onChange }: Props) {
  const format = formats.find((one) => one.id === state.format) ?? formats[0];
  const fields = optionFields(format?.options ?? {});
  const options = readOptions(state.options);
  return (
    <form aria-label="Export" className="flex flex-col gap-6" onSubmit={(event) => event.preventDefault()}>
      <RadioCards
        label="Format"
        value={format?.id}
        onValueChange={(id) => onChange({ format: id, options: '{}' })}
        options={formats.map((one) => ({ value: one.id, label: one.label, hint: one.summary }))}
      />
      <div className="flex flex-col gap-3">
        <Field label="Of">
          {(control) => (
            <Select
              {...control}
              value={state.of}
              onValueChange={(of) => onChange({ of: exportStates.find((one) => one === of) ?? 'newest' })}
              options={exportStates.map((one) => ({ value: one, label: stateWords[one] }))}
            />
          )}
        </Field>
        {state.of === 'release' ? (
          <Field label="Release" required hint="A number such as 12, or a date such as 2026-03-31.">
            {(control) => (
              <Input {...control} value={state.at} onChange={(event) => onChange({ at: event.target.value })} />
            )}
          </Field>
        ) : null}
        {state.of === 'request' ? (
          <Field label="Change request" required hint="Its number. The plan is exported as it would be once merged.">
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                value={state.request}
                onChange={(event) => onChange({ request: event.target.value.replace(/\D/gu, '') })}
              />
            )}
          </Field>
        ) : null}
        <Field
          label="Only events that match"
          hint="As in the list of events: stage:activation owner:me. Empty: all of them."
        >
          {(control) => (
            <Input
              {...control}
              mono
              value={state.filter}
              onChange={(event) => onChange({ filter: event.target.value })}
            />
          )}
        </Field>
      </div>
      <OptionForm
        fields={fields}
        options={options}
        onChange={(field, value) => onChange({ options: JSON.stringify(withOption(options, field, value)) })}
      />
    </form>
  );
}
