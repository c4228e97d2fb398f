'use client';
import { useState } from 'react';
import { ShownOnceDialog } from '@/components/shared/shown-once';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { faultsIn } from '@/lib/client/form-faults';
import type { PlanPlace } from '@/lib/client/items';
import { useCreateShareLink } from '@/lib/client/share-links';
import type { CreateShareLink } from '@/lib/contracts/share-links';

interface Props {
  place: PlanPlace;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes a share link and then shows its address, once. */
export function ShareLinkDialog({ place, open, onOpenChange }: Props) {
  const create = useCreateShareLink(place);
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  if (create.data) {
    return (
      <ShownOnceDialog
        open={open}
        title={`Link for “${create.data.name}”`}
        description="Copy it now: it is shown once and kept nowhere."
        label="Address"
        copyLabel="Copy link"
        value={create.data.url}
        onClose={close}
      />
    );
  }
  return (
    <FormDialog
      open={open}
      onClose={close}
      title="New share link"
      description="Whoever has the link can read the plan without an account. It is recorded who made it."
      submitLabel="Create link"
      isPending={create.isPending}
    >
      <LinkForm error={create.error} onSubmit={(values) => create.mutate(values)} />
    </FormDialog>
  );
}

// As the contract says, which is not loaded with the page.
const lifetimeDays = [7, 30, 90] as const;
const lifetimes = lifetimeDays.map((days) => ({ value: String(days), label: `${days} days` }));

function LinkForm({ error, onSubmit }: { error: Error | null; onSubmit: (values: CreateShareLink) => void }) {
  const [name, setName] = useState('');
  const [release, setRelease] = useState('');
  const [days, setDays] = useState('30');
  const { faults, problem } = faultsIn(error);
  const submit = () =>
    onSubmit({
      name,
      release: release.trim() === '' ? null : Number(release),
      expiresInDays: lifetimeDays.find((one) => String(one) === days) ?? 30,
    });
  return (
    <DialogForm problem={problem} onSubmit={submit}>
      <Field label="For" required error={faults.name} hint="Who gets it, such as “Agency” or “Auditors”">
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="Release" error={faults.release} hint="Its number; empty shows the newest, whatever comes">
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={release}
            onChange={(event) => setRelease(event.target.value)}
          />
        )}
      </Field>
      <Field label="Ends after">
        {(control) => <Select {...control} options={lifetimes} value={days} onValueChange={setDays} />}
      </Field>
    </DialogForm>
  );
}
