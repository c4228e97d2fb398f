'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Callout } from '@/components/ui/callout';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { showProblem } from '@/lib/client/form-errors';
import { hasCode, wordsFor } from '@/lib/client/http';
import { useUpdateWorkspace, workspaceOptions } from '@/lib/client/workspaces';
import { updateWorkspaceRequestSchema, type WorkspaceView } from '@/lib/contracts/workspaces';
import { SaveBar } from './save-bar';

const formSchema = updateWorkspaceRequestSchema.required();

/** Name and address of the workspace. */
export function WorkspaceForm({ workspace }: { workspace: string }) {
  const query = useQuery(workspaceOptions(workspace));
  if (query.data) return <Form key={query.data.lockVersion} workspace={workspace} view={query.data} />;
  if (query.error) return <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>;
  return <SkeletonRows rows={3} />;
}

function Form({ workspace, view }: { workspace: string; view: WorkspaceView }) {
  const update = useUpdateWorkspace(workspace);
  const [problem, setProblem] = useState<string>();
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name: view.name, slug: view.slug },
  });
  const submit = handleSubmit((values) => {
    setProblem(undefined);
    update.mutate(
      { ...values, ifMatch: view.lockVersion },
      {
        onSuccess: (saved) => {
          // The address has moved, and with it every link on this page.
          if (saved.slug !== workspace) window.location.assign(`/${saved.slug}/settings/general`);
        },
        onError: (error) => {
          if (hasCode(error, 'workspace.slug-taken') || hasCode(error, 'workspace.slug-reserved')) {
            setError('slug', { message: wordsFor(error) }, { shouldFocus: true });
          } else setProblem(showProblem(error, ['name', 'slug'], setError));
        },
      },
    );
  });
  const unavailable = view.role === 'admin' ? undefined : 'Only admins change the workspace';
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4" aria-label="General">
      {problem ? (
        <div role="alert">
          <Callout tone="problem">{problem}</Callout>
        </div>
      ) : null}
      <Field label="Name" required error={formState.errors.name?.message}>
        {(control) => <Input {...control} {...register('name')} readOnly={unavailable !== undefined} />}
      </Field>
      <Field
        label="Address"
        required
        error={formState.errors.slug?.message}
        hint="Part of every link. Links with the present address stop working when you change it."
      >
        {(control) => <Input {...control} {...register('slug')} mono readOnly={unavailable !== undefined} />}
      </Field>
      <SaveBar
        isDirty={formState.isDirty}
        isPending={update.isPending}
        isSaved={update.isSuccess || view.lockVersion > 1}
        unavailable={unavailable}
      />
    </form>
  );
}
