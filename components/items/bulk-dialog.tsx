'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { startEditing, stopEditing } from '@/components/shared/editing';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Textarea } from '@/components/ui/textarea';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useRested } from '@/components/ui/use-rested';
import { bulkPreviewOptions, useBulk } from '@/lib/client/grid';
import { wordsFor } from '@/lib/client/http';
import type { BulkAsk, BulkDone, BulkPlanView } from '@/lib/contracts/grid';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { grouped } from '@/lib/kit/grouped';
import { type BulkKind, bulkActionOf, bulkLabels, emptyDraft } from './bulk-draft';
import { BulkFields } from './bulk-fields';

interface Props {
  readonly kind: BulkKind;
  readonly itemKind: ItemKind;
  readonly itemIds: readonly string[];
  readonly onClose: () => void;
  /** The action was proposed. */
  readonly onDone: () => void;
}

const mostShown = 20;

/** One action for every item of a selection: what it asks for, what it would change, and into which request it goes. */
export function BulkDialog({ kind, itemKind, itemIds, onClose, onDone }: Props) {
  const plan = usePlan();
  const router = useRouter();
  const formId = useId();
  const { propose, undo } = useBulk(plan);
  const [draft, setDraft] = useState(emptyDraft);
  const [into, setInto] = useState(plan.editing);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const made = useMemo(() => bulkActionOf(kind, draft), [kind, draft]);
  const ask = useMemo(
    (): BulkAsk | null => ('action' in made ? { itemIds: [...itemIds], action: made.action, number: into } : null),
    [made, itemIds, into],
  );
  const rested = useRested(ask, 250);
  const preview = useQuery(bulkPreviewOptions(plan, rested));
  const takeBack = (done: BulkDone) =>
    undo.mutate(done, {
      onSuccess: (stayed) => {
        announce(`Taken back out of #${done.number}`);
        if (done.isNew) stopEditing(plan.planId);
        if (stayed > 0) notifyFailure(`${stayed} of them stayed, since somebody else has changed them meanwhile.`);
        router.refresh();
      },
      onError: (error) => notifyFailure(wordsFor(error)),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ask || propose.isPending) return;
    propose.mutate(
      { ...ask, reason },
      {
        onSuccess: (done) => {
          const items = done.total === 1 ? 'One item' : `${grouped(done.total)} items`;
          notify(`${items} ${done.total === 1 ? 'is' : 'are'} changed in #${done.number}.`, {
            undo: () => takeBack(done),
          });
          startEditing(plan.planId, done.number);
          router.refresh();
          onDone();
        },
      },
    );
  };
  const count = itemIds.length === 1 ? 'one item' : `${grouped(itemIds.length)} items`;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${bulkLabels[kind]}: ${count}`}
      description="Nothing in the plan changes until the change request is merged."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            pending={propose.isPending}
            unavailable={preview.data?.total === 0 && ask ? 'Nothing would change' : undefined}
          >
            {into === null ? 'Create change request' : `Add to #${into}`}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={submit} noValidate>
        {propose.error ? <ErrorBanner>{wordsFor(propose.error)}</ErrorBanner> : null}
        <BulkFields
          kind={kind}
          itemKind={itemKind}
          draft={draft}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        {isTried && 'missing' in made ? (
          <p role="alert" className="text-removed text-sm">
            {made.missing}
          </p>
        ) : null}
        {plan.editing === null ? null : (
          <Field label="Put it into">
            {(control) => (
              <Select
                {...control}
                options={[
                  { value: 'open', label: `#${plan.editing}, which you are editing` },
                  { value: 'new', label: 'A new change request' },
                ]}
                value={into === null ? 'new' : 'open'}
                onValueChange={(value) => setInto(value === 'new' ? null : plan.editing)}
              />
            )}
          </Field>
        )}
        {into === null ? (
          <Field label="Why">
            {(control) => (
              <Textarea {...control} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        ) : null}
        {preview.error ? (
          <ErrorBanner onRetry={() => void preview.refetch()} retrying={preview.isFetching}>
            {wordsFor(preview.error)}
          </ErrorBanner>
        ) : ask === null ? null : preview.data ? (
          <WouldChange preview={preview.data} />
        ) : (
          <SkeletonRows rows={3} />
        )}
      </form>
    </Dialog>
  );
}

function WouldChange({ preview: { total, items, left } }: { preview: BulkPlanView }) {
  const shown = items.slice(0, mostShown);
  return (
    <section aria-labelledby="bulk-change" className="flex flex-col gap-2 text-sm">
      <h3 id="bulk-change" className="font-medium">
        What would change: {total === 1 ? 'one item' : `${grouped(total)} items`}
      </h3>
      <ul className="flex max-h-56 flex-col gap-1 overflow-y-auto">
        {shown.map(({ item, changes }) => (
          <li key={item.id} className="flex flex-col">
            <span className="truncate font-mono">{qualifiedName(item)}</span>
            {changes.map((change) => (
              <span key={change.label} className="text-muted">
                {change.label}: {change.before === '' ? 'nothing' : <del>{change.before}</del>} →{' '}
                {change.after === '' ? 'nothing' : <ins className="no-underline">{change.after}</ins>}
              </span>
            ))}
          </li>
        ))}
        {total > shown.length ? <li className="text-muted">and {grouped(total - shown.length)} more</li> : null}
      </ul>
      {left.map(({ why, count, names }) => (
        <p key={why} className="text-muted">
          {count === 1 ? names[0] : `${grouped(count)} items`} {count === 1 ? 'stays' : 'stay'} as{' '}
          {count === 1 ? 'it is' : 'they are'}. {why}
        </p>
      ))}
    </section>
  );
}
