'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RadioCards } from '@/components/ui/radio-cards';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useCreateChangeRequest } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { templateListOptions } from '@/lib/client/templates';
import type { TemplateView } from '@/lib/contracts/templates';
import { chosenItems } from './chosen-items';

/** Chooses a template and its events, and proposes them as one change request. */
export function TemplatePicker({ place }: { place: PlanPlace }) {
  const templates = useQuery(templateListOptions(place));
  const [id, setId] = useState<string>();
  if (templates.error)
    return <ErrorBanner onRetry={() => templates.refetch()}>{wordsFor(templates.error)}</ErrorBanner>;
  if (!templates.data) return <SkeletonRows rows={5} />;
  const template = templates.data.items.find((one) => one.id === id) ?? templates.data.items[0];
  return (
    <section aria-label="Templates" className="flex flex-col gap-6">
      <RadioCards
        label="Template"
        columns={3}
        value={template?.id}
        onValueChange={setId}
        options={templates.data.items.map((one) => ({ value: one.id, label: one.label, hint: one.summary }))}
      />
      {template ? <Events key={template.id} place={place} template={template} /> : null}
    </section>
  );
}

function Events({ place, template }: { place: PlanPlace; template: TemplateView }) {
  const router = useRouter();
  const create = useCreateChangeRequest(place);
  const offered = template.events.filter((event) => !event.isPresent);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = offered.filter((event) => !left.has(event.itemId));
  const toggle = (itemId: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(itemId);
    else next.add(itemId);
    setLeft(next);
  };
  const propose = () =>
    create.mutate(
      {
        title: `Begin with ${chosen.length} ${chosen.length === 1 ? 'event' : 'events'} of “${template.label}”`,
        reason: `From the template “${template.label}”: ${template.summary}`,
        submit: true,
        items: chosenItems(template, new Set(chosen.map((event) => event.itemId))),
      },
      { onSuccess: (request) => router.push(planHref(place, `change-requests/${request.number}`)) },
    );
  const words = `Propose ${chosen.length} ${chosen.length === 1 ? 'event' : 'events'}`;
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col" aria-label={`Events of ${template.label}`}>
        {template.events.map((event) => (
          <EventRow
            key={event.name}
            event={event}
            isChosen={!event.isPresent && !left.has(event.itemId)}
            onChange={(on) => toggle(event.itemId, on)}
          />
        ))}
      </ul>
      {create.error ? <ErrorBanner>{wordsFor(create.error)}</ErrorBanner> : null}
      <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-border border-t bg-bg py-3">
        <Button
          variant="primary"
          onClick={propose}
          pending={create.isPending || create.isSuccess}
          unavailable={chosen.length === 0 ? 'Choose at least one event' : undefined}
        >
          {words}
        </Button>
        <p className="min-w-0 text-muted text-sm">
          As a change request: you can edit every sentence before somebody approves it.
        </p>
      </div>
    </div>
  );
}

function EventRow({
  event,
  isChosen,
  onChange,
}: {
  event: TemplateView['events'][number];
  isChosen: boolean;
  onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <li className="flex items-start gap-3 border-border border-b py-2">
      <Checkbox
        id={id}
        className="mt-1"
        checked={isChosen}
        disabled={event.isPresent}
        onCheckedChange={(on) => onChange(on === true)}
      />
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium font-mono text-sm">{event.name}</span>
          <span className="text-sm text-subtle">{event.isPresent ? 'the plan has it already' : event.category}</span>
        </span>
        <span className="block text-base">{event.meaning}</span>
        <span className="block text-muted text-sm">{event.firesWhen}</span>
      </label>
    </li>
  );
}
