'use client';
import { useId, useState } from 'react';
import { ShownOnceDialog } from '@/components/shared/shown-once';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { faultsIn } from '@/lib/client/form-faults';
import { useCreateToken } from '@/lib/client/tokens';
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
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  if (create.data) {
    return (
      <ShownOnceDialog
        open={open}
        title={`Token “${create.data.name}”`}
        description="Copy it now: it is shown once and kept nowhere."
        label="Token"
        value={create.data.secret}
        onClose={close}
      />
    );
  }
  return (
    <FormDialog
      open={open}
      onClose={close}
      title="New token"
      description={`It acts for you, with at most your role ${roleWords[role].label}.`}
      submitLabel="Create token"
      isPending={create.isPending}
    >
      <TokenForm error={create.error} onSubmit={(values) => create.mutate(values)} />
    </FormDialog>
  );
}

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'Never' },
];

function TokenForm({
  error,
  onSubmit,
}: {
  error: Error | null;
  onSubmit: (values: { name: string; scopes: Scope[]; expiresInDays: number | null }) => void;
}) {
  const id = useId();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>(['read']);
  const [lifetime, setLifetime] = useState('90');
  const { faults, problem } = faultsIn(error);
  const submit = () =>
    onSubmit({ name, scopes: [...chosen], expiresInDays: lifetime === 'never' ? null : Number(lifetime) });
  return (
    <DialogForm problem={problem} onSubmit={submit}>
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
    </DialogForm>
  );
}
