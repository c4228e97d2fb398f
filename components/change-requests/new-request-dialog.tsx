'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useCreateChangeRequest } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import { useReasonTemplate } from './use-reason-template';

/** Starts an empty change request, into which edits are collected. */
export function NewRequestDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title="New change request"
      description="Collect several edits in one request. For a single event, propose it straight away."
    >
      {open ? <NewRequestForm /> : null}
    </Dialog>
  );
}

function NewRequestForm() {
  const plan = usePlan();
  const router = useRouter();
  const create = useCreateChangeRequest(plan);
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const reasonField = useReasonTemplate(reason);
  const [isTried, setTried] = useState(false);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (title.trim() === '' || create.isPending) return;
    create.mutate(
      { title, reason },
      { onSuccess: (view) => router.push(planHref(plan, `change-requests/${view.number}`)) },
    );
  };
  useShortcut('form.submit', () => submit(), { inLayer: true, isPending: create.isPending });
  return (
    <form className="flex flex-col gap-4" onSubmit={submit} noValidate>
      {create.error ? <ErrorBanner>{wordsFor(create.error)}</ErrorBanner> : null}
      <Field label="Title" required error={isTried && title.trim() === '' ? 'Give it a title.' : undefined}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label="Why">
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            value={reasonField.value}
            onChange={(event) => {
              reasonField.touch();
              setReason(event.target.value);
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="self-end" pending={create.isPending}>
        Create change request
      </Button>
    </form>
  );
}
