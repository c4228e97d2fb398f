'use client';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import type { ChannelView } from '@/lib/contracts/channels';
import { hasDigest, type Pace } from '@/lib/domain/notify/channel';
import { type Significance, significances } from '@/lib/domain/plan/significance';
import { paceWords } from './words';

/** What a form says about when a channel speaks and of what. */
export interface Says {
  readonly pace: Pace;
  readonly digestHour: number;
  readonly significances: readonly Significance[];
  /** As typed, with commas between. */
  readonly tags: string;
}

/** What a channel says now, or a new one by default. */
export function saysOf(channel: Pick<ChannelView, 'pace' | 'digestHour' | 'filter'> | undefined, own: boolean): Says {
  return {
    pace: channel?.pace ?? (own ? 'urgent' : 'each'),
    digestHour: channel?.digestHour ?? 9,
    significances: channel?.filter.significances ?? (own ? [] : ['breaking', 'meaning', 'additive']),
    tags: channel?.filter.tags.join(', ') ?? '',
  };
}

/** The tags as they were meant. */
export function tagsIn(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
}

const significanceLabels: Record<Significance, string> = {
  breaking: 'Breaking changes',
  meaning: 'Changed meanings',
  additive: 'Additions',
  editorial: 'Wording',
};
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When a channel speaks, and for one of the workspace of what. */
export function SaysFields(props: { says: Says; own: boolean; digests: boolean; onChange: (says: Says) => void }) {
  const { says, own, digests, onChange } = props;
  const id = useId();
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
        <>
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 font-medium text-sm">It tells of</legend>
            {significances.map((one) => (
              <div key={one} className="flex items-center gap-2">
                <Checkbox
                  id={`${id}-${one}`}
                  checked={says.significances.includes(one)}
                  onCheckedChange={(on) =>
                    onChange({
                      ...says,
                      significances: on
                        ? [...says.significances, one]
                        : says.significances.filter((other) => other !== one),
                    })
                  }
                />
                <Label htmlFor={`${id}-${one}`}>{significanceLabels[one]}</Label>
              </div>
            ))}
          </fieldset>
          <Field label="Only items tagged" hint="Tags with commas between; empty for all">
            {(control) => (
              <Input
                {...control}
                value={says.tags}
                onChange={(event) => onChange({ ...says, tags: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
