'use client';
import { useEffect, useState } from 'react';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import { type Draft, filledAmong, sectionsOf, valueIn } from './draft';
import { FormField, type FormFieldProps } from './form-field';
import { focusField } from './problems';

export interface FormFieldsProps
  extends Pick<FormFieldProps, 'other' | 'onChange' | 'onClaim' | 'onProblem' | 'onClash'> {
  readonly kind: ItemKind;
  readonly draft: Draft;
  /** The field to begin with. */
  readonly focus: string | null;
  readonly changed: readonly string[];
  readonly isTried: boolean;
  /** Fields that something is wrong with. */
  readonly wrong: readonly string[];
  readonly clashes: Readonly<Record<string, { readonly value: unknown }>>;
  readonly errorOf: (key: string) => string | undefined;
  readonly claimOf: (key: string) => boolean | null;
}

/** Every field of the kind but its name: what makes a good proposal first, the rest folded. */
export function FormFields({
  kind,
  draft,
  focus,
  changed,
  isTried,
  wrong,
  clashes,
  errorOf,
  claimOf,
  ...handlers
}: FormFieldsProps) {
  const { main, more } = sectionsOf(kind);
  const [isOpen, setOpen] = useState(focus !== null && more.includes(focus));
  useEffect(() => {
    if (focus !== null) focusField(focus);
  }, [focus]);
  const mustOpen = more.some((key) => key in clashes || (isTried && wrong.includes(key)));
  const hasSources =
    valueIn(draft, 'sourceOfTruth') !== null || (draft.content.sources as unknown[] | undefined)?.length !== 0;
  const filled = filledAmong(kind, draft, more);
  const show = (key: string) => {
    const field = fieldOf(kind, key);
    if (!field || (key === 'sourceOfTruth' && !hasSources && !(key in clashes))) return null;
    return (
      <FormField
        key={key}
        kind={kind}
        field={field}
        value={valueIn(draft, key)}
        error={errorOf(key)}
        isChanged={changed.includes(key)}
        claim={claimOf(key)}
        theirs={clashes[key]}
        {...handlers}
      />
    );
  };
  return (
    <>
      {main.map(show)}
      <details
        open={isOpen || mustOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        className="flex flex-col"
      >
        <summary className="cursor-pointer rounded-control py-1 font-medium text-sm">
          {more.length} more fields
          {filled > 0 ? <span className="font-normal text-subtle">, {filled} filled in</span> : null}
        </summary>
        {isOpen || mustOpen ? <div className="flex flex-col gap-6 pt-4">{more.map(show)}</div> : null}
      </details>
    </>
  );
}
