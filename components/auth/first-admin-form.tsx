'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useFirstAdmin } from '@/lib/client/account';
import { showProblem } from '@/lib/client/form-errors';
import { type FirstAdminRequest, firstAdminRequestSchema } from '@/lib/contracts/account';
import { PasswordInput } from './password-input';
import { withPasswordRules } from './password-rules';

const formSchema = withPasswordRules(firstAdminRequestSchema);
const fields = ['workspaceName', 'name', 'email', 'password'] as const;

/** The instance's first workspace and admin, on one screen. */
export function FirstAdminForm() {
  const create = useFirstAdmin();
  const [problem, setProblem] = useState<string>();
  const { register, handleSubmit, formState, setError } = useForm<FirstAdminRequest>({
    resolver: zodResolver(formSchema),
    defaultValues: { workspaceName: '', name: '', email: '', password: '' },
    mode: 'onTouched',
  });
  const submit = handleSubmit((request) => {
    setProblem(undefined);
    create.mutate(request, {
      onSuccess: ({ workspace }) => window.location.assign(`/${workspace}/main/start`),
      onError: (error) => setProblem(showProblem(error, fields, setError)),
    });
  });
  const errors = formState.errors;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4" aria-label="Create workspace">
      {problem ? (
        <div role="alert">
          <Callout tone="problem">{problem}</Callout>
        </div>
      ) : null}
      <Field label="Workspace name" required error={errors.workspaceName?.message} hint="Your company or product">
        {(control) => <Input {...control} {...register('workspaceName')} autoComplete="organization" />}
      </Field>
      <Field label="Your name" required error={errors.name?.message}>
        {(control) => <Input {...control} {...register('name')} autoComplete="name" />}
      </Field>
      <Field label="E-mail" required error={errors.email?.message}>
        {(control) => <Input {...control} {...register('email')} type="email" autoComplete="username" />}
      </Field>
      <Field
        label="Password"
        required
        error={errors.password?.message}
        hint="At least 10 characters; a sentence is fine"
      >
        {(control) => <PasswordInput {...control} {...register('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" size="large" pending={create.isPending || create.isSuccess}>
        Create workspace
      </Button>
    </form>
  );
}
