'use client';
import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { accountOptions, useRenameMyself } from '@/lib/client/account';
import { wordsFor } from '@/lib/client/http';
import { type AccountView, renameMyselfRequestSchema } from '@/lib/contracts/account';
import { SaveBar } from './save-bar';

/** The name under which one's work is shown. */
export function ProfileForm() {
  const query = useQuery(accountOptions());
  if (query.data) return <Form key={query.data.name} account={query.data} />;
  if (query.error) return <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>;
  return <SkeletonRows rows={2} />;
}

function Form({ account }: { account: AccountView }) {
  const rename = useRenameMyself();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(renameMyselfRequestSchema),
    defaultValues: { name: account.name },
  });
  return (
    <form
      onSubmit={handleSubmit(({ name }) => rename.mutate(name))}
      noValidate
      className="flex max-w-md flex-col gap-4"
      aria-label="Profile"
    >
      {rename.error ? <ErrorBanner>{wordsFor(rename.error)}</ErrorBanner> : null}
      <Field label="Name" required error={formState.errors.name?.message}>
        {(control) => <Input {...control} {...register('name')} autoComplete="name" />}
      </Field>
      <Field label="E-mail" hint="The address you sign in with">
        {(control) => <Input {...control} value={account.email} readOnly />}
      </Field>
      <SaveBar isDirty={formState.isDirty} isPending={rename.isPending} isSaved={rename.isSuccess} />
    </form>
  );
}
