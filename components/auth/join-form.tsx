'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSignIn } from '@/lib/client/account';
import { showProblem } from '@/lib/client/form-errors';
import { hasCode } from '@/lib/client/http';
import { useAcceptInvitation, useJoin } from '@/lib/client/invitations';
import { type InvitationOffer, joinRequestSchema } from '@/lib/contracts/invitations';
import { PasswordInput } from './password-input';
import { withPasswordRules } from './password-rules';

const accountSchema = joinRequestSchema.omit({ secret: true });
const newAccountSchema = withPasswordRules(accountSchema);
const knownAccountSchema = accountSchema.extend({ name: z.string() });
type Values = z.infer<typeof accountSchema>;

/** Makes an account and joins; who has one already signs in and joins in the same step. */
export function JoinForm({ secret, email }: { secret: string; email: InvitationOffer['email'] }) {
  const [isKnown, setKnown] = useState(false);
  const [problem, setProblem] = useState<string>();
  const join = useJoin();
  const signIn = useSignIn();
  const accept = useAcceptInvitation();
  const { register, handleSubmit, formState, setError } = useForm<Values>({
    resolver: zodResolver(isKnown ? knownAccountSchema : newAccountSchema),
    defaultValues: { name: '', email: email ?? '', password: '' },
    mode: 'onTouched',
  });
  const go = ({ workspace }: { workspace: string | null }) => window.location.assign(workspace ? `/${workspace}` : '/');
  const fail = (error: unknown) => {
    if (hasCode(error, 'invitation.account-exists')) setKnown(true);
    setProblem(
      hasCode(error, 'invitation.account-exists')
        ? 'You have an account with this address: write its password to join.'
        : showProblem(error, ['name', 'email', 'password'], setError),
    );
  };
  const submit = handleSubmit((values) => {
    setProblem(undefined);
    if (!isKnown) return join.mutate({ secret, ...values }, { onSuccess: go, onError: fail });
    signIn.mutate(
      { email: values.email, password: values.password },
      { onSuccess: () => accept.mutate(secret, { onSuccess: go, onError: fail }), onError: fail },
    );
  });
  const pending = join.isPending || join.isSuccess || signIn.isPending || accept.isPending || accept.isSuccess;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4" aria-label="Join">
      {problem ? (
        <div role="alert">
          <Callout tone={isKnown ? 'info' : 'problem'}>{problem}</Callout>
        </div>
      ) : null}
      {isKnown ? null : (
        <Field label="Your name" required error={formState.errors.name?.message}>
          {(control) => <Input {...control} {...register('name')} autoComplete="name" />}
        </Field>
      )}
      <Field label="E-mail" required error={formState.errors.email?.message}>
        {(control) => (
          <Input {...control} {...register('email')} type="email" autoComplete="username" readOnly={email !== null} />
        )}
      </Field>
      <Field
        label="Password"
        required
        error={formState.errors.password?.message}
        hint={isKnown ? undefined : 'At least 10 characters; a sentence is fine'}
      >
        {(control) => (
          <PasswordInput
            {...control}
            {...register('password')}
            autoComplete={isKnown ? 'current-password' : 'new-password'}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {isKnown ? 'Sign in and join' : 'Join'}
      </Button>
      <Button variant="ghost" onClick={() => setKnown(!isKnown)}>
        {isKnown ? 'I have no account yet' : 'I have an account'}
      </Button>
    </form>
  );
}
