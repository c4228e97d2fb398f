'use client';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useEndExcuse, useExcuseFinding } from '@/lib/client/conventions';
import { wordsFor } from '@/lib/client/http';
import type { FindingView } from '@/lib/contracts/change-requests';
import { includesRole } from '@/lib/domain/access/roles';
import type { RuleId } from '@/lib/domain/conventions/settings';

interface FindingExcuseProps {
  readonly finding: FindingView;
  /** Whether the request can still change. */
  readonly isOpen: boolean;
  /** Whether the reader has a hand in the request: then another approver excuses it. */
  readonly isContributor: boolean;
}

/** What excuses a finding, in words; for approvers the way to excuse it or to end that. */
export function FindingExcuse({ finding, isOpen, isContributor }: FindingExcuseProps) {
  const plan = usePlan();
  const end = useEndExcuse(plan);
  const [isAsking, setAsking] = useState(false);
  const { excuse } = finding;
  const mayExcuse = isOpen && includesRole(plan.role, 'approver');
  if (excuse?.kind === 'grandfathered')
    return <p className="text-subtle">Grandfathered: the item is older than the conventions.</p>;
  if (excuse)
    return (
      <p className="text-subtle">
        Excused until {excuse.until} by {excuse.by}: {excuse.reason}{' '}
        {mayExcuse ? (
          <Button
            size="toolbar"
            variant="ghost"
            pending={end.isPending}
            onClick={() =>
              end.mutate(excuse.id, {
                onSuccess: () => notify('The excuse has ended'),
                onError: (error) => notifyFailure(wordsFor(error)),
              })
            }
          >
            End the excuse
          </Button>
        ) : null}
      </p>
    );
  if (!mayExcuse || isContributor) return null;
  return (
    <>
      <Button
        size="toolbar"
        variant="ghost"
        className="self-start"
        aria-label={`Excuse “${finding.words}” on ${finding.name}`}
        onClick={() => setAsking(true)}
      >
        Excuse it
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        size="small"
        title={`Excuse this on ${finding.name}?`}
        description="It neither warns nor blocks until the day you choose, and is back by itself after it."
      >
        {isAsking ? <ExcuseForm finding={finding} onDone={() => setAsking(false)} /> : null}
      </Dialog>
    </>
  );
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function ExcuseForm({ finding, onDone }: { finding: FindingView; onDone: () => void }) {
  const excuse = useExcuseFinding(usePlan());
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => dayIn(90));
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isMissing || until === '' || excuse.isPending) return;
        excuse.mutate(
          { itemId: finding.itemId, rule: finding.rule as RuleId, reason, until },
          {
            onSuccess: () => {
              notify(`Excused until ${until}`);
              onDone();
            },
          },
        );
      }}
    >
      {excuse.error ? <ErrorBanner>{wordsFor(excuse.error)} What you wrote is kept.</ErrorBanner> : null}
      <p className="text-base text-muted">{finding.words}</p>
      <Field label="Why" required error={isTried && isMissing ? 'Give the reason; everybody will read it.' : undefined}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Until"
        required
        hint="The last day on which it holds, a year from today at most."
        error={isTried && until === '' ? 'Choose a day.' : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="date"
            min={dayIn(0)}
            max={dayIn(366)}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="self-end" pending={excuse.isPending}>
        Excuse it
      </Button>
    </form>
  );
}
