'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Check, Circle } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { ChangeRequestState } from '@/components/shared/change-request-state';
import { planHref } from '@/components/shared/plan-href';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useRested } from '@/components/ui/use-rested';
import { changeRequestListOptions } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { policyTrialOptions } from '@/lib/client/policy';
import type { PolicyTrialView } from '@/lib/contracts/policy';
import type { Policy } from '@/lib/domain/review/policy';

/** An open change request under the policy as it is being edited: what would be met, what would be missing, who could meet it. */
export function PolicyTrial({ place, policy }: { place: PlanPlace; policy: Policy }) {
  const open = useInfiniteQuery({ ...changeRequestListOptions(place, 'open', ''), placeholderData: () => undefined });
  const [picked, setPicked] = useState<number>();
  const requests = open.data?.pages.flatMap((page) => page.items) ?? [];
  const number = picked ?? requests[0]?.number;
  if (open.isError)
    return <ErrorBanner onRetry={() => void open.refetch()}>The open change requests could not be read.</ErrorBanner>;
  if (open.isPending) return <SkeletonRows rows={4} />;
  if (number === undefined)
    return <EmptyState>No change request is open. Come back when one is, and try the policy on it.</EmptyState>;
  return (
    <div className="flex flex-col gap-4">
      <Field label="Change request" required className="max-w-md">
        {(control) => (
          <Select
            {...control}
            value={String(number)}
            onValueChange={(value) => setPicked(Number(value))}
            options={requests.map((request) => ({
              value: String(request.number),
              label: `#${request.number} ${request.title}`,
            }))}
          />
        )}
      </Field>
      <Outcome place={place} number={number} policy={policy} />
    </div>
  );
}

function Outcome({ place, number, policy }: { place: PlanPlace; number: number; policy: Policy }) {
  const rested = useRested(policy, 250);
  const query = useQuery(policyTrialOptions(place, number, rested));
  if (query.isError)
    return (
      <ErrorBanner onRetry={() => void query.refetch()} retrying={query.isFetching}>
        {wordsFor(query.error)}
      </ErrorBanner>
    );
  if (!query.data) return <SkeletonRows rows={4} />;
  const { title, status, requirements } = query.data;
  return (
    <div aria-busy={query.isPlaceholderData} className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2 text-base" role="status">
        <Link
          href={planHref(place, `change-requests/${query.data.number}`)}
          className="text-accent underline underline-offset-2"
        >
          #{query.data.number} {title}
        </Link>
        would be <ChangeRequestState status={status} />
      </p>
      {requirements.length === 0 ? (
        <p className="text-base text-muted">It would need nothing.</p>
      ) : (
        <ul aria-label="What it would need" className="flex flex-col gap-2">
          {requirements.map((requirement) => (
            <Requirement key={requirement.key} requirement={requirement} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Requirement({ requirement }: { requirement: PolicyTrialView['requirements'][number] }) {
  const { met, words, who, how } = requirement;
  const Icon = met ? Check : Circle;
  return (
    <li className="flex items-start gap-2 text-base">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${met ? 'text-added' : 'text-subtle'}`} />
      <span>
        <span className="sr-only">{met ? 'Met: ' : 'Missing: '}</span>
        {words}
        {met ? null : (
          <span className="block text-muted text-sm">{[who.words, how].filter((part) => part !== '').join(' · ')}</span>
        )}
      </span>
    </li>
  );
}
