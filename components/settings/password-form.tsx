'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useChangePassword } from '@/lib/client/account';
import { showProblem } from '@/lib/client/form-errors';
import { type ChangePasswordRequest, changePasswordRequestSchema } from '@/lib/contracts/account';
import { passwordFault } from '@/lib/domain/access/password';
import { SaveBar } from './save-bar';

const formSchema = changePasswordRequestSchema.superRefine(({ newPassword }, context) => {
  const fault = passwordFault(newPassword);
  if (fault && newPassword) context.addIssue({ code: 'custom', path: ['newPassword'], message: fault });
});
const empty = { currentPassword: '', newPassword: '' };

/** A new password; it signs every other browser out. */
export function PasswordForm() {
  const change = useChangePassword();
  const [problem, setProblem] = useState<string>();
  const { register, handleSubmit, formState, setError, reset } = useForm<ChangePasswordRequest>({
    resolver: zodResolver(formSchema),
    defaultValues: empty,
  });
  const submit = handleSubmit((request) => {
    setProblem(undefined);
    change.mutate(request, {
      onSuccess: () => reset(empty),
      onError: (error) => setProblem(showProblem(error, ['currentPassword', 'newPassword'], setError)),
    });
  });
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4" aria-label="Password">
      {problem ? (
        <div role="alert">
          <Callout tone="problem">{problem}</Callout>
        </div>
      ) : null}
      <Field label="Present password" required error={formState.errors.currentPassword?.message}>
        {(control) => (
          <Input {...control} {...register('currentPassword')} type="password" autoComplete="current-password" />
        )}
      </Field>
      <Field
        label="New password"
        required
        error={formState.errors.newPassword?.message}
        hint="At least 10 characters; a sentence is fine. Other browsers are signed out."
      >
        {(control) => <Input {...control} {...register('newPassword')} type="password" autoComplete="new-password" />}
      </Field>
      <SaveBar
        label="Change password"
        isDirty={formState.isDirty}
        isPending={change.isPending}
        isSaved={change.isSuccess}
      />
    </form>
  );
}
