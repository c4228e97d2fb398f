'use client';
import { memo, useCallback } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { valueInWords } from '@/lib/domain/diff/words';
import type { FieldDefinition, ItemKind } from '@/lib/domain/plan/kinds/define';
import { MarkedText } from '../conflicts/marked-text';
import { FieldEditor } from './fields/field-editor';
import { useForm } from './form-context';
import { hintOf } from './hints';

export interface FormFieldProps {
  readonly kind: ItemKind;
  readonly field: FieldDefinition;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly isChanged: boolean;
  /** `null` where no claim is possible. */
  readonly claim: boolean | null;
  /** What somebody else wrote meanwhile. */
  readonly theirs: { readonly value: unknown } | undefined;
  readonly other: (key: string) => unknown;
  readonly onChange: (key: string, value: unknown) => void;
  readonly onClaim: (key: string, claimed: boolean) => void;
  readonly onProblem: (key: string, problem: string | null) => void;
  readonly onClash: (key: string, take: 'mine' | 'theirs') => void;
}

/** One field of the form: its editor, its error, and the claim that an edit is a clarification. */
export const FormField = memo(function FormField(props: FormFieldProps) {
  const { kind, field, value, error, isChanged, claim, theirs, other, onChange, onClaim, onProblem, onClash } = props;
  const { key } = field;
  const change = useCallback((next: unknown) => onChange(key, next), [onChange, key]);
  const problem = useCallback((words: string | null) => onProblem(key, words), [onProblem, key]);
  return (
    <div data-field={key} className="flex min-w-0 flex-col gap-1.5">
      <Field label={field.label} hint={hintOf(kind, key)} error={error} aside={isChanged ? 'edited' : undefined}>
        {(control) => (
          <FieldEditor
            kind={kind}
            field={field}
            value={value}
            onChange={change}
            control={control}
            onProblem={problem}
            other={other}
          />
        )}
      </Field>
      {claim === null ? null : (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is a button, which the label wraps.
        <label className="flex items-start gap-2 text-sm">
          <Checkbox className="mt-0.5" checked={claim} onCheckedChange={(on) => onClaim(key, on === true)} />
          <span>
            Clarification, meaning unchanged
            {claim ? <span className="text-subtle">. Reviewers will see that claim.</span> : null}
          </span>
        </label>
      )}
      {theirs ? <Clash field={field} mine={value} theirs={theirs.value} onTake={(take) => onClash(key, take)} /> : null}
    </div>
  );
});

function Clash({
  field,
  mine,
  theirs,
  onTake,
}: {
  field: FieldDefinition;
  mine: unknown;
  theirs: unknown;
  onTake: (take: 'mine' | 'theirs') => void;
}) {
  const { names } = useForm();
  const say = (value: unknown) => (typeof value === 'string' ? value : (valueInWords(field.key, value, names) ?? ''));
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-card bg-changed-tint p-3">
      <p className="font-medium text-changed text-sm">
        Somebody else changed this while you were writing. Both texts are kept.
      </p>
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        <div className="min-w-0">
          <p className="font-medium text-subtle text-xs">Theirs, as it stands now</p>
          <MarkedText text={say(theirs)} base={say(mine)} mono={false} />
        </div>
        <div className="min-w-0">
          <p className="font-medium text-subtle text-xs">Yours</p>
          <MarkedText text={say(mine)} base={say(theirs)} mono={false} />
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="toolbar" onClick={() => onTake('mine')}>
          Keep mine
        </Button>
        <Button size="toolbar" onClick={() => onTake('theirs')}>
          Take theirs
        </Button>
      </div>
    </div>
  );
}
