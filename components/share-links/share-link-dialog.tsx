'use client';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ApiError, wordsFor } from '@/lib/client/http';
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
  const formId = useId();
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  if (create.data) return <AddressDialog open={open} url={create.data.url} name={create.data.name} onClose={close} />;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="New share link"
      description="Whoever has the link can read the plan without an account. It is recorded who made it."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={create.isPending}>
            Create link
          </Button>
        </>
      }
    >
      <LinkForm id={formId} error={create.error} onSubmit={(values) => create.mutate(values)} />
    </Dialog>
  );
}

function AddressDialog({
  open,
  url,
  name,
  onClose,
}: {
  open: boolean;
  url: string;
  name: string;
  onClose: () => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={`Link for “${name}”`}
      description="Copy it now: it is shown once and kept nowhere."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex items-center gap-2">
        <Input
          readOnly
          mono
          aria-label="Address"
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="flex-1"
        />
        <CopyButton value={url} label="Copy link" text="Copy" />
      </div>
    </Dialog>
  );
}

// As the contract says, which is not loaded with the page.
const lifetimeDays = [7, 30, 90] as const;
const lifetimes = lifetimeDays.map((days) => ({ value: String(days), label: `${days} days` }));

function LinkForm({
  id,
  error,
  onSubmit,
}: {
  id: string;
  error: Error | null;
  onSubmit: (values: CreateShareLink) => void;
}) {
  const [name, setName] = useState('');
  const [release, setRelease] = useState('');
  const [days, setDays] = useState('30');
  const faults = error instanceof ApiError ? error.fieldErrors : {};
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({
          name,
          release: release.trim() === '' ? null : Number(release),
          expiresInDays: lifetimeDays.find((one) => String(one) === days) ?? 30,
        });
      }}
    >
      {error && Object.keys(faults).length === 0 ? (
        <div role="alert">
          <Callout tone="problem">{wordsFor(error)}</Callout>
        </div>
      ) : null}
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
    </form>
  );
}
