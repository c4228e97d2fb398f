'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { Attendance } from '@/components/shared/attendance/attendance';
import { PeopleHere } from '@/components/shared/attendance/people';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { PageHeader } from '@/components/ui/page-header';
import { notify } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { changeRequestOptions, conflictListOptions, useMove } from '@/lib/client/change-requests';
import { ApiError, hasCode, wordsFor } from '@/lib/client/http';
import type { ConflictsView, ConflictView } from '@/lib/contracts/conflicts';
import { counted, grouped } from '@/lib/kit/grouped';
import {
  choicesOf,
  type Decision,
  type Decisions,
  decisionsKey,
  isDecided,
  isDecisions,
  type Side,
  waysOf,
} from './conflicts/choices';
import { ConflictCard } from './conflicts/conflict-card';
import { MergedList } from './conflicts/merged-list';
import { useStored } from './use-stored';

const nothing: Decisions = {};

/** Where a request and the plan say different things: each clash decided by a person, the rest merged and listed. */
export function ConflictsScreen({ number, first }: { number: number; first: ConflictsView }) {
  const plan = usePlan();
  const router = useRouter();
  const query = useQuery({ ...conflictListOptions(plan, number), initialData: first });
  const { data: request } = useQuery(changeRequestOptions(plan, number));
  const { conflicts, merged, baseRelease, headRelease, lockVersion } = query.data;
  const [decisions, setDecisions] = useStored(decisionsKey(plan, number, headRelease), nothing, isDecisions);
  const [at, setAt] = useQueryState('conflict', parseAsString.withOptions({ history: 'replace' }));
  const [refused, setRefused] = useState<{ key: string; words: string } | null>(null);
  const update = useMove(plan, number, 'rebase');
  const active = Math.max(
    0,
    conflicts.findIndex((one) => one.key === at),
  );
  const open = conflicts.filter((one) => !isDecided(one, decisions));
  const move = request?.moves.find((one) => one.move === 'rebase');
  const unavailable = move && !move.enabled ? (move.whyNot ?? undefined) : undefined;
  const review = planHref(plan, `change-requests/${number}`);

  const goTo = (conflict: ConflictView | undefined) => {
    if (!conflict) return;
    void setAt(conflict.key);
    focusConflict(conflict.key);
  };
  const decide = (conflict: ConflictView, decision: Decision) => {
    if (refused?.key === conflict.key) setRefused(null);
    setDecisions({ ...decisions, [conflict.key]: decision });
  };
  const choose = (side: Side) => (event: KeyboardEvent) => {
    const conflict = conflicts[active];
    const way = conflict && waysOf(conflict).find((one) => one.side === side);
    if (!conflict || !way || unavailable) return;
    event.preventDefault();
    if (way.blocked) return announce(way.blocked);
    decide(conflict, { take: side, text: decisions[conflict.key]?.text || conflict.yours || '' });
    // Whoever decides the first without having walked to it stands on it, so that the next is the second.
    void setAt(conflict.key);
    announce(`${way.label}: ${conflict.name}, ${conflict.label}`);
    if (side === 'written') focusConflict(conflict.key, '[data-written]');
  };
  const send = () => {
    if (update.isPending || unavailable || (conflicts.length === 0 && baseRelease === headRelease)) return;
    const [undecided] = open;
    if (undecided) {
      announce(leftWords(open.length), 'assertive');
      return goTo(undecided);
    }
    setRefused(null);
    update.mutate(
      { body: { choices: choicesOf(conflicts, decisions) }, lockVersion },
      {
        onSuccess: () => {
          localStorage.removeItem(decisionsKey(plan, number, headRelease));
          notify(`#${number} stands on release ${headRelease} now`);
          router.push(review);
        },
        onError: (error) => {
          const key = hasCode(error, 'merge.choice-invalid') ? error.problem.key : undefined;
          if (hasCode(error, 'merge.choice-invalid') && typeof key === 'string') {
            setRefused({ key, words: String(error.problem.words ?? error.message) });
            focusConflict(key);
          }
          void query.refetch();
        },
      },
    );
  };
  useShortcut('conflict.theirs', choose('theirs'));
  useShortcut('conflict.yours', choose('yours'));
  useShortcut('conflict.write', choose('written'));
  useShortcut('review.next', () => goTo(conflicts[Math.min(conflicts.length - 1, at === null ? 0 : active + 1)]));
  useShortcut('review.previous', () => goTo(conflicts[Math.max(0, active - 1)]));
  useShortcut(
    'form.submit',
    (event) => {
      event.preventDefault();
      send();
    },
    { isPending: update.isPending },
  );

  const isCurrent = conflicts.length === 0 && baseRelease === headRelease;
  return (
    <Attendance number={number} itemId={conflicts[active]?.itemId ?? null} isEditing={unavailable === undefined}>
      <PageHeader
        trail={
          <span className="flex min-w-0 items-center gap-2">
            <Link href={review} className="truncate hover:text-text hover:underline">
              #{number} {request?.title}
            </Link>
            <PeopleHere />
          </span>
        }
        title={conflicts.length === 0 ? 'No conflicts' : counted(conflicts.length, 'conflict')}
        state={
          conflicts.length > 0 ? (
            <span className="text-sm text-subtle tabular-nums">
              {grouped(conflicts.length - open.length)} of {grouped(conflicts.length)} decided
            </span>
          ) : undefined
        }
        primary={
          isCurrent ? undefined : (
            <Tooltip
              label={unavailable ?? (open.length > 0 ? leftWords(open.length) : 'Update change request')}
              keys={keysOf('form.submit')}
            >
              <Button variant="primary" pending={update.isPending} unavailable={unavailable} onClick={send}>
                Update change request
              </Button>
            </Tooltip>
          )
        }
      />
      <div className="grid gap-x-10 gap-y-8 px-4 py-6 lg:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)] lg:px-6">
        <div className="flex min-w-0 max-w-5xl flex-col gap-4">
          {unavailable && !isCurrent ? <Callout>{unavailable} You can read what clashes.</Callout> : null}
          {query.isError ? (
            <ErrorBanner onRetry={() => void query.refetch()} retrying={query.isFetching}>
              {wordsFor(query.error)} What you see is what was read before.
            </ErrorBanner>
          ) : null}
          {update.error && !refused ? (
            <ErrorBanner requestId={update.error instanceof ApiError ? update.error.requestId : undefined}>
              {wordsFor(update.error)} Your decisions are kept.
            </ErrorBanner>
          ) : null}
          {conflicts.length === 0 ? (
            <EmptyState
              action={
                isCurrent ? (
                  <Button asChild>
                    <Link href={review}>Back to the review</Link>
                  </Button>
                ) : undefined
              }
            >
              {isCurrent
                ? `This change request stands on release ${headRelease}, the latest. Nothing clashes.`
                : `Nothing clashes with release ${headRelease}. Update the change request, and it stands on it.`}
            </EmptyState>
          ) : (
            <>
              <p className="text-base text-muted">
                This change request began with release {baseRelease}; the plan is at release {headRelease} by now.
                Decide what clashes. Neither text is lost: theirs stays in the plan’s history, yours in the activity.
              </p>
              {conflicts.map((conflict, index) => (
                <ConflictCard
                  key={conflict.key}
                  conflict={conflict}
                  place={`${grouped(index + 1)} of ${grouped(conflicts.length)}`}
                  decision={decisions[conflict.key]}
                  isActive={index === active}
                  isLocked={unavailable !== undefined}
                  error={refused?.key === conflict.key ? refused.words : undefined}
                  onPoint={() => at !== conflict.key && void setAt(conflict.key)}
                  onDecide={(decision) => decide(conflict, decision)}
                />
              ))}
            </>
          )}
        </div>
        <MergedList merged={merged} />
      </div>
    </Attendance>
  );
}

function focusConflict(key: string, within?: string): void {
  requestAnimationFrame(() => {
    const card = document.getElementById(`conflict-${key}`);
    const target = within ? card?.querySelector<HTMLElement>(within) : card;
    target?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  });
}

function leftWords(count: number): string {
  return count === 1 ? '1 conflict is not decided yet' : `${grouped(count)} conflicts are not decided yet`;
}
