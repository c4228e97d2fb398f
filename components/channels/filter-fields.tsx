'use client';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Label } from '@/components/ui/label';
import { filterChoicesOptions } from '@/lib/client/channels';
import { type ChannelFilter, channelEvents } from '@/lib/domain/notify/channel';
import { type Significance, significances } from '@/lib/domain/plan/significance';
import { eventWords } from './words';

const significanceLabels: Record<Significance, string> = {
  breaking: 'Breaking changes',
  meaning: 'Changed meanings',
  additive: 'Additions',
  editorial: 'Wording',
};

/** What a channel of the workspace tells of, and of which items; a list that is empty leaves nothing out. */
export function FilterFields(props: {
  workspace: string;
  filter: ChannelFilter;
  onChange: (filter: ChannelFilter) => void;
}) {
  const { workspace, filter, onChange } = props;
  const { data: choices, isPending, isError } = useQuery(filterChoicesOptions(workspace));
  const named = (list: readonly { id: string; name: string }[] = [], hintOf?: (one: never) => string | undefined) =>
    list.map((one): ComboboxOption => ({ value: one.id, label: one.name, hint: hintOf?.(one as never) }));
  const pickers = [
    ['tags', 'Only items tagged', (choices?.tags ?? []).map((tag) => ({ value: tag, label: tag })), 'Any tag'],
    [
      'owners',
      'Only items owned by',
      named(choices?.owners, ({ type }: { type: string }) => (type === 'team' ? 'Team' : undefined)),
      'Any owner',
    ],
    ['sources', 'Only items sent by', named(choices?.sources, ({ plan }: { plan: string }) => plan), 'Any source'],
    ['plans', 'Only plans', named(choices?.plans), 'Every plan'],
  ] as const;
  return (
    <>
      <Checks
        legend="It tells of"
        all={channelEvents}
        labels={eventWords}
        chosen={filter.events}
        // Of nothing at all a channel tells when it is paused.
        onChange={(events) => events.length > 0 && onChange({ ...filter, events })}
      />
      <Checks
        legend="Of what changes, only"
        all={significances}
        labels={significanceLabels}
        chosen={filter.significances}
        onChange={(chosen) => onChange({ ...filter, significances: chosen })}
      />
      {pickers.map(([key, label, options, anything]) => (
        <Field key={key} label={label} error={isError ? 'What there is to choose could not be read' : undefined}>
          {(control) => (
            <Combobox
              {...control}
              multiple
              options={options}
              value={filter[key].map((value) => optionOf(value, options, isPending))}
              onChange={(chosen) => onChange({ ...filter, [key]: chosen.map(({ value }) => value) })}
              placeholder={anything}
              empty={isPending ? 'Reading what there is…' : 'Nothing here is called that.'}
            />
          )}
        </Field>
      ))}
    </>
  );
}

/** What is chosen stays chosen when it is gone, until somebody takes it out. */
function optionOf(value: string, options: readonly ComboboxOption[], isPending: boolean): ComboboxOption {
  return options.find((one) => one.value === value) ?? { value, label: isPending ? '…' : 'Something that is gone' };
}

function Checks<T extends string>(props: {
  legend: string;
  all: readonly T[];
  labels: Record<T, string>;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const { legend, all, labels, chosen, onChange } = props;
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {all.map((one) => (
        <div key={one} className="flex items-center gap-2">
          <Checkbox
            id={`${id}-${one}`}
            checked={chosen.includes(one)}
            onCheckedChange={(on) => onChange(all.filter((other) => (other === one ? on : chosen.includes(other))))}
          />
          <Label htmlFor={`${id}-${one}`}>{labels[one]}</Label>
        </div>
      ))}
    </fieldset>
  );
}
