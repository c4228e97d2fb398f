'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonChip } from '@/components/shared/person-chip';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyFailure } from '@/components/ui/toast';
import type { PlanPlace } from '@/lib/client/items';
import { memberChoicesOptions } from '@/lib/client/members';
import { reviewerSuggestionsOptions, useAskReview, useTakeOverReview } from '@/lib/client/review-people';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { includesRole, type Role } from '@/lib/domain/access/roles';
import { refusalWords } from './words';

interface AskedReviewersProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly userId: string;
  readonly role: Role;
}

/** Who is asked to review, for which team and in whose stead; and the way to ask somebody else. */
export function AskedReviewers({ view, place, userId, role }: AskedReviewersProps) {
  const takeOver = useTakeOverReview(place, view.number);
  const [isAsking, setAsking] = useState(false);
  const isOpen = view.status !== 'draft' && view.status !== 'merged' && view.status !== 'closed';
  const mayAsk = isOpen && (includesRole(role, 'contributor') || view.author.id === userId);
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {view.asks.map(({ person, team, standsInFor, mayTakeOver }) => (
          <li key={person.id} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <PersonChip name={person.name} />
            {person.id === userId ? <span className="text-subtle">you</span> : null}
            {team ? <span className="text-subtle">for {team.name}</span> : null}
            {standsInFor ? <span className="text-subtle">in the stead of {standsInFor.name}, who is away</span> : null}
            {mayTakeOver ? (
              <Button
                size="toolbar"
                variant="ghost"
                pending={takeOver.isPending}
                aria-label={`Take the review over from ${person.name}`}
                onClick={() =>
                  takeOver.mutate(person.id, {
                    onSuccess: () => notify('You review it now'),
                    onError: (error) => notifyFailure(refusalWords(error)),
                  })
                }
              >
                Take it over
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {view.asks.length === 0 ? <p className="text-muted">Nobody is asked by name.</p> : null}
      {mayAsk ? (
        <Button size="toolbar" variant="ghost" className="-ml-2 self-start" onClick={() => setAsking(true)}>
          Ask for review
        </Button>
      ) : null}
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        size="medium"
        title={`Who shall review #${view.number}?`}
        description="Those who can meet what is missing, the least asked first. Nobody who contributed is named."
      >
        {isAsking ? <AskBox view={view} place={place} onDone={() => setAsking(false)} /> : null}
      </Dialog>
    </>
  );
}

function AskBox({ view, place, onDone }: { view: ChangeRequestView; place: PlanPlace; onDone: () => void }) {
  const query = useQuery(reviewerSuggestionsOptions(place, view.number, view.lockVersion));
  const members = useQuery(memberChoicesOptions(place.workspace));
  const ask = useAskReview(place, view.number);
  const [other, setOther] = useState<ComboboxOption[]>([]);
  const send = (who: { userId: string } | { teamId: string }) =>
    ask.mutate(who, {
      onSuccess: ({ asks }) => {
        const last = asks.at(-1);
        notify(
          last?.standsInFor
            ? `${last.standsInFor.name} is away: ${last.person.name} is asked`
            : `${last?.person.name ?? 'Somebody'} is asked`,
        );
        onDone();
      },
    });
  if (!query.data) return query.error ? <QueryError query={query} /> : <SkeletonRows rows={4} />;
  const { people, teams } = query.data;
  const asked = new Set([...view.asks.map(({ person }) => person.id), ...view.contributors.map(({ id }) => id)]);
  const choices = (members.data?.items ?? [])
    .filter(({ id, role }) => role !== 'viewer' && !asked.has(id))
    .map(({ id, name, email }) => ({ value: id, label: name, hint: email ?? undefined }));
  const [chosen] = other;
  return (
    <div className="flex flex-col gap-5">
      {ask.error ? <ErrorBanner>{refusalWords(ask.error)}</ErrorBanner> : null}
      {people.length === 0 ? (
        <p className="text-muted">Whoever can meet what is missing is asked already.</p>
      ) : (
        <ul aria-label="Suggested" className="flex flex-col">
          {people.slice(0, 8).map(({ person, reason }) => (
            <Choice
              key={person.id}
              name={person.name}
              reason={reason}
              isPending={ask.isPending}
              onAsk={() => send({ userId: person.id })}
            />
          ))}
        </ul>
      )}
      {teams.length > 0 ? (
        <section className="flex flex-col gap-1">
          <h3 className="font-medium text-sm">A whole team</h3>
          <p className="text-muted text-sm">
            One of it is chosen by what waits for them, and the others may take over.
          </p>
          <ul className="flex flex-col">
            {teams.map(({ id, name, chosen: member }) => (
              <Choice
                key={id}
                name={name}
                reason={`${member.name} would be asked`}
                isPending={ask.isPending}
                onAsk={() => send({ teamId: id })}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Somebody else" className="min-w-0 flex-1 basis-56">
          {(control) => <Combobox {...control} options={choices} value={other} onChange={setOther} />}
        </Field>
        <Button
          pending={ask.isPending}
          unavailable={chosen ? undefined : 'Choose somebody first.'}
          onClick={() => chosen && send({ userId: chosen.value })}
        >
          Ask
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly reason: string;
  readonly isPending: boolean;
  readonly onAsk: () => void;
}

function Choice({ name, reason, isPending, onAsk }: ChoiceProps) {
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 border-border border-b py-1.5">
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words text-base">{name}</p>
        <p className="break-words text-muted text-sm">{reason}</p>
      </div>
      <Button size="toolbar" pending={isPending} aria-label={`Ask ${name}`} onClick={onAsk}>
        Ask
      </Button>
    </li>
  );
}
