'use client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { ConventionsTrialView } from '@/lib/contracts/conventions';
import type { ConventionSettings } from '@/lib/domain/conventions/settings';
import { habitChoices } from './conventions-words';

const habits = [
  { key: 'eventCasing', label: 'Events', of: 'casing' },
  { key: 'propertyCasing', label: 'Properties', of: 'casing' },
  { key: 'grammar', label: 'Grammar of events', of: 'grammar' },
] as const;

export interface ConventionsHabitsProps {
  settings: ConventionSettings;
  /** What most of the plan does; absent while that is not known. */
  majority: ConventionsTrialView['majority'] | undefined;
  /** Null for those who may only read. */
  onChange: ((settings: ConventionSettings) => void) | null;
}

/** Casing and grammar: as most of the plan, any, or one of a list. */
export function ConventionsHabits({ settings, majority, onChange }: ConventionsHabitsProps) {
  return (
    <div className="flex max-w-md flex-col gap-4">
      {habits.map(({ key, label, of }) => {
        const choices = habitChoices(of, majority?.[key]);
        return (
          <Field key={key} label={label} required>
            {(control) => (
              <Select
                {...control}
                disabled={onChange === null}
                options={choices}
                value={settings[key]}
                onValueChange={(value) => onChange?.({ ...settings, [key]: value })}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}
