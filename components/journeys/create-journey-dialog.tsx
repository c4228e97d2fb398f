'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { faultsIn } from '@/lib/client/form-faults';
import { useCreateJourney } from '@/lib/client/journeys';
import type { CreateJourney } from '@/lib/contracts/journeys';

interface Props {
  /** With which category it is offered; null while the dialog is closed. */
  readonly asked: { readonly category: string | null } | null;
  readonly categories: readonly string[];
  readonly onClose: () => void;
}

/** Begins a journey: its name, and whether the events of a category are its first steps. */
export function CreateJourneyDialog({ asked, categories, onClose }: Props) {
  const plan = usePlan();
  const router = useRouter();
  const create = useCreateJourney(plan);
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <FormDialog
      open={asked !== null}
      onClose={close}
      title="New journey"
      description="Everybody in the plan reads it at once. No release changes by it."
      submitLabel="Create journey"
      isPending={create.isPending}
    >
      {asked ? (
        <JourneyForm
          first={asked.category}
          categories={categories}
          error={create.error}
          onSubmit={(body) =>
            create.mutate(body, {
              onSuccess: ({ id }) => router.push(`${planHref(plan, 'map/journeys')}/${encodeURIComponent(id)}/edit`),
            })
          }
        />
      ) : null}
    </FormDialog>
  );
}

function JourneyForm({
  first,
  categories,
  error,
  onSubmit,
}: {
  first: string | null;
  categories: readonly string[];
  error: Error | null;
  onSubmit: (body: CreateJourney) => void;
}) {
  const [name, setName] = useState('');
  const [category, setCategory] = useState(first);
  const [isTried, setTried] = useState(false);
  const { faults, problem } = faultsIn(error);
  const options = categories.map((value) => ({ value, label: value }));
  const submit = () => {
    setTried(true);
    if (name.trim() !== '') onSubmit({ name, ...(category === null ? {} : { category }) });
  };
  return (
    <DialogForm problem={problem} onSubmit={submit}>
      <Field
        label="Name"
        required
        error={isTried && name.trim() === '' ? 'Name the journey' : faults.name}
        hint="What people are on their way to, such as “First order”."
      >
        {(control) => (
          <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {categories.length > 0 ? (
        <Field
          label="Start from events of a category"
          hint="Each of its events becomes a step, in the order of the stages. You can change all of it."
        >
          {(control) => (
            <Combobox
              {...control}
              options={options}
              value={category === null ? [] : [{ value: category, label: category }]}
              onChange={([chosen]) => setCategory(chosen?.value ?? null)}
              placeholder="No, start empty"
              searchPlaceholder="Find a category"
            />
          )}
        </Field>
      ) : null}
    </DialogForm>
  );
}
