'use client';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { ApiError, wordsFor } from '@/lib/client/http';
import { useCreatePlan } from '@/lib/client/plans';
import { useCreateWorkspace } from '@/lib/client/workspaces';

interface BeginProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Begins another plan in a workspace and opens it. */
export function NewPlanDialog({ workspace, workspaceName, ...dialog }: BeginProps & NewPlanPlace) {
  const create = useCreatePlan(workspace);
  const begin = (name: string) =>
    create.mutate(
      { name },
      // A whole load, since the frame around lists the plans.
      {
        onSuccess: (plan) =>
          window.location.assign(`/${encodeURIComponent(workspace)}/${encodeURIComponent(plan.slug)}/events`),
      },
    );
  return (
    <NameDialog
      {...dialog}
      title="New plan"
      description={`An empty tracking plan in ${workspaceName}, with its own releases, policy and conventions.`}
      submit="Create plan"
      error={create.error}
      isPending={create.isPending || create.isSuccess}
      onName={begin}
    />
  );
}

interface NewPlanPlace {
  workspace: string;
  workspaceName: string;
}

/** Begins another workspace and opens it. */
export function NewWorkspaceDialog(dialog: BeginProps) {
  const create = useCreateWorkspace();
  const begin = (name: string) =>
    create.mutate(
      { name },
      { onSuccess: (workspace) => window.location.assign(`/${encodeURIComponent(workspace.slug)}`) },
    );
  return (
    <NameDialog
      {...dialog}
      title="New workspace"
      description="Its members, teams and plans are its own. You are its first admin."
      submit="Create workspace"
      error={create.error}
      isPending={create.isPending || create.isSuccess}
      onName={begin}
    />
  );
}

interface NameDialogProps extends BeginProps {
  title: string;
  description: string;
  submit: string;
  error: Error | null;
  isPending: boolean;
  onName: (name: string) => void;
}

function NameDialog({ open, onOpenChange, title, description, submit, error, isPending, onName }: NameDialogProps) {
  const formId = useId();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const fault = isMissing ? 'Give it a name' : error instanceof ApiError ? error.fieldErrors.name : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands in a menu's tree; its form is nobody else's.
    event.stopPropagation();
    setMissing(name.trim() === '');
    if (name.trim() !== '' && !isPending) onName(name.trim());
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
        {error && !fault ? <ErrorBanner>{wordsFor(error)}</ErrorBanner> : null}
        <Field label="Name" required error={fault}>
          {(control) => (
            <Input {...control} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
