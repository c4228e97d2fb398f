'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSignIn } from '@/lib/client/account';
import { showProblem } from '@/lib/client/form-errors';
import { type SignInRequest, signInRequestSchema } from '@/lib/contracts/account';
import { PasswordInput } from './password-input';

/** E-mail and password; afterwards the wanted address is loaded anew. */
export function SignInForm({ next }: { next: string | undefined }) {
  const signIn = useSignIn();
  const [problem, setProblem] = useState<string>();
  const { register, handleSubmit, formState, setError, setFocus } = useForm<SignInRequest>({
    resolver: zodResolver(signInRequestSchema),
    defaultValues: { email: '', password: '' },
  });
  const submit = handleSubmit((request) => {
    setProblem(undefined);
    signIn.mutate(request, {
      onSuccess: ({ workspace }) => window.location.assign(next ?? (workspace ? `/${workspace}` : '/')),
      onError: (error) => {
        setProblem(showProblem(error, ['email', 'password'], setError));
        setFocus('password', { shouldSelect: true });
      },
    });
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4" aria-label="Sign in">
      {problem ? (
        <div role="alert">
          <Callout tone="problem">{problem}</Callout>
        </div>
      ) : null}
      <Field label="E-mail" required error={formState.errors.email?.message}>
        {(control) => <Input {...control} {...register('email')} type="email" autoComplete="username" />}
      </Field>
      <Field
        label="Password"
        required
        error={formState.errors.password?.message}
        hint="Forgotten? An admin of your workspace can invite you again."
      >
        {(control) => <PasswordInput {...control} {...register('password')} autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" size="large" pending={signIn.isPending || signIn.isSuccess}>
        Sign in
      </Button>
    </form>
  );
}
