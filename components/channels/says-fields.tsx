'use client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { ChannelView } from '@/lib/contracts/channels';
import { type ChannelFilter, channelFilterSchema, hasDigest, type Pace } from '@/lib/domain/notify/channel';
import { FilterFields } from './filter-fields';
import { paceWords } from './words';

/** What a form says about when a channel speaks and of what. */
export interface Says {
  readonly pace: Pace;
  readonly digestHour: number;
  readonly filter: ChannelFilter;
}

/** What a channel says now, or a new one by default. */
export function saysOf(channel: Pick<ChannelView, 'pace' | 'digestHour' | 'filter'> | undefined, own: boolean): Says {
  return {
    pace: channel?.pace ?? (own ? 'urgent' : 'each'),
    digestHour: channel?.digestHour ?? 9,
    filter:
      channel?.filter ?? channelFilterSchema.parse(own ? {} : { significances: ['breaking', 'meaning', 'additive'] }),
  };
}

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When a channel speaks, and for one of the workspace of what. */
export function SaysFields(props: {
  workspace: string;
  says: Says;
  own: boolean;
  digests: boolean;
  onChange: (says: Says) => void;
}) {
  const { workspace, says, own, digests, onChange } = props;
  const options = (Object.keys(paceWords) as Pace[]).map((pace) => ({ value: pace, ...paceWords[pace] }));
  return (
    <>
      {digests ? (
        <Field label="When it speaks">
          {(control) => (
            <Select
              {...control}
              options={options}
              value={says.pace}
              onValueChange={(pace) => onChange({ ...says, pace: pace as Pace })}
            />
          )}
        </Field>
      ) : null}
      {digests && hasDigest(says.pace) ? (
        <Field label="Digest at" hint="In the time zone of your preferences, otherwise UTC">
          {(control) => (
            <Select
              {...control}
              options={hours}
              value={String(says.digestHour)}
              onValueChange={(hour) => onChange({ ...says, digestHour: Number(hour) })}
            />
          )}
        </Field>
      ) : null}
      {own ? null : (
        <FilterFields workspace={workspace} filter={says.filter} onChange={(filter) => onChange({ ...says, filter })} />
      )}
    </>
  );
}
