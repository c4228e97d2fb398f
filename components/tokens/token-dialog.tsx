'use client';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { ApiError, wordsFor } from '@/lib/client/http';
import { useCreateToken } from '@/lib/client/tokens';
import type { CreatedTokenView } from '@/lib/contracts/tokens';
import { type Role, roleWords } from '@/lib/domain/access/roles';
import { type Scope, scopes, scopeWords } from '@/lib/domain/access/scopes';

interface Props {
  workspace: string;
  role: Role;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes a token and then shows its secret, once. */
export function TokenDialog({ workspace, role, open, onOpenChange }: Props) {
  const create = useCreateToken(workspace);
  const formId = useId();
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  if (create.data) return <SecretDialog open={open} token={create.data} onClose={close} />;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="New token"
      description={`It acts for you, with at most your role ${roleWords[role].label}.`}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={create.isPending}>
            Create token
          </Button>
        </>
      }
    >
      <TokenForm id={formId} error={create.error} onSubmit={(values) => create.mutate(values)} />
    </Dialog>
  );
}

function SecretDialog({ open, token, onClose }: { open: boolean; token: CreatedTokenView; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={`Token “${token.name}”`}
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
          aria-label="Token"
          value={token.secret}
          onFocus={(event) => event.currentTarget.select()}
          className="flex-1"
        />
        <CopyButton value={token.secret} label="Copy token" text="Copy" />
      </div>
    </Dialog>
  );
}

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'Never' },
];

function TokenForm({
  id,
  error,
  onSubmit,
}: {
  id: string;
  error: Error | null;
  onSubmit: (values: { name: string; scopes: Scope[]; expiresInDays: number | null }) => void;
}) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>(['read']);
  const [lifetime, setLifetime] = useState('90');
  const faults = error instanceof ApiError ? error.fieldErrors : {};
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ name, scopes: [...chosen], expiresInDays: lifetime === 'never' ? null : Number(lifetime) });
      }}
    >
      {error && Object.keys(faults).length === 0 ? (
        <div role="alert">
          <Callout tone="problem">{wordsFor(error)}</Callout>
        </div>
      ) : null}
      <Field label="Name" required error={faults.name} hint="What will use it, such as “CI export”">
        {(control) => <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">It may</legend>
        {scopes.map((scope) => (
          <div key={scope} className="flex items-start gap-2">
            <Checkbox
              id={`${id}-${scope}`}
              checked={chosen.includes(scope)}
              onCheckedChange={(on) => setChosen(on ? [...chosen, scope] : chosen.filter((other) => other !== scope))}
            />
            <Label htmlFor={`${id}-${scope}`}>
              {scopeWords[scope].label}
              <span className="font-normal text-muted">: {scopeWords[scope].allows}</span>
            </Label>
          </div>
        ))}
        {faults.scopes ? <p className="text-removed text-sm">{faults.scopes}</p> : null}
      </fieldset>
      <Field label="Ends after">
        {(control) => <Select {...control} options={lifetimes} value={lifetime} onValueChange={setLifetime} />}
      </Field>
    </form>
  );
}
