'use client';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';

export interface ChoiceRowProps<T extends string> {
  legend: string;
  /** Said beside the legend: what no choice means. */
  hint?: string;
  choices: readonly { readonly value: T; readonly label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** Several boxes of one question in a line, in the order of the choices. */
export function ChoiceRow<T extends string>({ legend, hint, choices, chosen, onChange }: ChoiceRowProps<T>) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-sm">
        {legend}
        {hint ? <span className="ml-2 font-normal text-subtle">{hint}</span> : null}
      </legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {choices.map(({ value, label }) => (
          <span key={value} className="flex items-center gap-1.5">
            <Checkbox
              id={`${id}-${value}`}
              checked={chosen.includes(value)}
              onCheckedChange={(on) =>
                onChange(
                  choices.map((one) => one.value).filter((one) => (one === value ? on === true : chosen.includes(one))),
                )
              }
            />
            <Label htmlFor={`${id}-${value}`} className="font-normal text-sm">
              {label}
            </Label>
          </span>
        ))}
      </div>
    </fieldset>
  );
}
