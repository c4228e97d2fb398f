'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { wordsFor } from '@/lib/client/http';
import { memberChoicesOptions } from '@/lib/client/members';
import { useProposeFix } from '@/lib/client/plan-health';
import { teamsOptions } from '@/lib/client/teams';
import type { HealthFix } from '@/lib/contracts/plan-health';
import { grouped } from '@/lib/kit/grouped';
import { fixLabels } from './fixes';

interface Props {
  readonly fix: HealthFix['kind'];
  readonly itemIds: readonly string[];
  readonly onClose: () => void;
}

const classes = [
  { value: 'none', label: 'No personal data' },
  { value: 'personal', label: 'Personal' },
  { value: 'sensitive', label: 'Sensitive' },
] as const;

/** Puts many findings right in one change request: the one that is open for editing, or a new one. */
export function FixDialog({ fix, itemIds, onClose }: Props) {
  const plan = usePlan();
  const router = useRouter();
  const formId = useId();
  const propose = useProposeFix(plan);
  const [value, setValue] = useState(fix === 'data-class' ? 'none' : '');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const made = fixOf(fix, value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!made || propose.isPending) return;
    propose.mutate(
      { itemIds: [...itemIds], fix: made, number: plan.editing, reason },
      { onSuccess: ({ number }) => router.push(planHref(plan, `change-requests/${number}`)) },
    );
  };
  const count = itemIds.length === 1 ? 'one item' : `${grouped(itemIds.length)} items`;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${fixLabels[fix]}: ${count}`}
      description={
        plan.editing === null
          ? 'This starts a change request. Nothing changes until it is merged.'
          : `This goes into change request #${plan.editing}. Nothing changes until it is merged.`
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={propose.isPending}>
            {plan.editing === null ? 'Fix in one request' : `Add to #${plan.editing}`}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={submit} noValidate>
        {propose.error ? <ErrorBanner>{wordsFor(propose.error)}</ErrorBanner> : null}
        {fix === 'retire' ? (
          <p className="text-base">
            Their lifecycle becomes retired. Reviewers see who sends them and what still points at them.
          </p>
        ) : (
          <ValueField fix={fix} value={value} onChange={setValue} isWrong={isTried && !made} />
        )}
        <Field label="Why">
          {(control) => (
            <Textarea {...control} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

function ValueField({
  fix,
  value,
  onChange,
  isWrong,
}: {
  fix: HealthFix['kind'];
  value: string;
  onChange: (value: string) => void;
  isWrong: boolean;
}) {
  const { workspace } = usePlan();
  const { data: members } = useQuery({ ...memberChoicesOptions(workspace), enabled: fix === 'owner' });
  const { data: teams } = useQuery({ ...teamsOptions(workspace), enabled: fix === 'owner' });
  if (fix === 'review-by')
    return (
      <Field label="Look at them again by" required error={isWrong ? 'Choose a day.' : undefined}>
        {(control) => (
          <Input {...control} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
        )}
      </Field>
    );
  const options =
    fix === 'data-class'
      ? classes
      : [
          ...(teams?.items ?? []).map(({ id, name }) => ({ value: `team:${id}`, label: name, hint: 'Team' })),
          ...(members?.items ?? []).map(({ id, name }) => ({ value: `person:${id}`, label: name })),
        ];
  return (
    <Field label={fix === 'data-class' ? 'They hold' : 'Owner'} required error={isWrong ? 'Choose one.' : undefined}>
      {(control) => <Select {...control} options={options} value={value || undefined} onValueChange={onChange} />}
    </Field>
  );
}

function fixOf(kind: HealthFix['kind'], value: string): HealthFix | undefined {
  switch (kind) {
    case 'retire':
      return { kind };
    case 'review-by':
      return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? { kind, date: value } : undefined;
    case 'owner': {
      const [type, id] = value.split(':');
      return id && (type === 'team' || type === 'person') ? { kind, owner: { type, id } } : undefined;
    }
    default: {
      const known = classes.find((one) => one.value === value);
      return known && { kind, dataClass: { class: known.value, kind: '' } };
    }
  }
}
