'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { KindIcon } from '@/components/shared/kind-icon';
import { planHref } from '@/components/shared/plan-href';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { wordsFor } from '@/lib/client/http';
import { useApplyImport } from '@/lib/client/imports';
import type { PlanPlace } from '@/lib/client/items';
import type { ImportChange, ImportSummary, ImportView } from '@/lib/contracts/imports';
import { counted, grouped } from '@/lib/kit/grouped';

interface Props {
  place: PlanPlace;
  view: ImportView;
  summary: ImportSummary;
  isChecking: boolean;
}

/** What would change, as a review will show it, and the button that makes a change request of it. */
export function PreviewStep({ place, view, summary, isChecking }: Props) {
  const { counts } = summary;
  const total = counts.added + counts.changed + counts.removed;
  if (total === 0 && counts.same === 0)
    return (
      <EmptyState>
        Nothing in the file could be read as an event or a property. Say under Map which column holds the names.
      </EmptyState>
    );
  if (total === 0) {
    return (
      <EmptyState
        action={
          <Button asChild>
            <Link href={planHref(place, 'events')}>Go to the events</Link>
          </Button>
        }
      >
        Nothing to change: {counts.same === 1 ? 'the item of the file is' : `${grouped(counts.same)} items are`} in the
        plan just as the file has {counts.same === 1 ? 'it' : 'them'}.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Counts counts={counts} />
      <p className="text-base">{summary.words}.</p>
      {summary.requests.length > 0 ? (
        <Callout tone="warning" title={`${grouped(counts.conflicting)} items are in other open change requests too`}>
          {summary.requests.map((request) => `#${request.number} ${request.title} (${request.items})`).join(', ')}.
          Whichever is merged later has to settle what both changed.
        </Callout>
      ) : null}
      <ApplyForm place={place} view={view} total={total} isChecking={isChecking} />
      <section aria-label="Changes" className="flex flex-col">
        <h2 className="mb-2 font-semibold text-base">
          {summary.changes.length < total
            ? `The first ${grouped(summary.changes.length)} of ${counted(total, 'change')}`
            : counted(total, 'change')}
        </h2>
        <ul className="flex flex-col">
          {summary.changes.map((change) => (
            <ChangeRow key={change.itemId} change={change} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Counts({ counts }: { counts: ImportSummary['counts'] }) {
  const shown = [
    ['new', counts.added],
    ['changed', counts.changed],
    ['removed', counts.removed],
    ['same', counts.same],
    ['conflicting', counts.conflicting],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {shown.map(([label, count]) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className="font-semibold text-lg tabular-nums">{grouped(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ApplyForm({
  place,
  view,
  total,
  isChecking,
}: {
  place: PlanPlace;
  view: ImportView;
  total: number;
  isChecking: boolean;
}) {
  const router = useRouter();
  const apply = useApplyImport(place, view.id);
  const [title, setTitle] = useState(`Import ${view.fileName}`.slice(0, 200));
  const [reason, setReason] = useState('');
  const words = `Create change request with ${counted(total, 'change')}`;
  const submit = () => {
    if (apply.isPending || apply.isSuccess || isChecking || title.trim() === '') return;
    apply.mutate(
      { title: title.trim(), reason },
      { onSuccess: (done) => router.push(planHref(place, `change-requests/${done.changeRequest}`)) },
    );
  };
  return (
    <form
      aria-label="Change request"
      className="flex max-w-2xl flex-col gap-3 rounded-card border border-border bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
      }}
    >
      <Field label="Title" required error={title.trim() === '' ? 'Give it a title' : undefined}>
        {(control) => (
          <Input {...control} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Field label="Why" hint="Reviewers read this first.">
        {(control) => <Textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {apply.error ? <ErrorBanner>{wordsFor(apply.error)}</ErrorBanner> : null}
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        pending={apply.isPending || apply.isSuccess}
        unavailable={isChecking ? 'The file is being read again' : undefined}
      >
        {words}
      </Button>
      <p className="text-muted text-sm">The plan stays as it is until the change request is approved and merged.</p>
    </form>
  );
}

function ChangeRow({ change }: { change: ImportChange }) {
  return (
    <li className="flex flex-col gap-1 border-border border-b py-2">
      <div className="flex flex-wrap items-center gap-2">
        <KindIcon kind={change.kind} />
        <span className="min-w-0 break-words font-mono text-sm">{change.name}</span>
        <span className="text-muted text-sm">{change.operation === 'added' ? 'new' : change.operation}</span>
        <SignificanceBadge significance={change.significance} />
      </div>
      {change.operation === 'changed' ? (
        <dl className="flex flex-col gap-1 pl-6 text-sm">
          {change.fields.map((field) => (
            <div key={field.label} className="flex flex-wrap gap-x-2">
              <dt className="text-muted">{field.label}</dt>
              <dd className="min-w-0 break-words">
                {field.before === null ? null : <del className="text-removed">{field.before.slice(0, 300)}</del>}{' '}
                {field.after === null ? null : (
                  <ins className="text-added no-underline">{field.after.slice(0, 300)}</ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}
