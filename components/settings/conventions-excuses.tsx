'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { itemHref } from '@/components/shared/plan-href';
import { QueryError } from '@/components/shared/query-error';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyFailure } from '@/components/ui/toast';
import { excusesOptions, useEndExcuse } from '@/lib/client/conventions';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { SuppressionView } from '@/lib/contracts/conventions';
import { includesRole, type Role } from '@/lib/domain/access/roles';

/** The findings that somebody answers for: what, why, who and until when; the ended ones below. */
export function ConventionsExcuses({ place, role }: { place: PlanPlace; role: Role }) {
  const query = useQuery(excusesOptions(place));
  if (!query.data) return query.error ? <QueryError query={query} /> : <SkeletonRows rows={2} />;
  const holding = query.data.items.filter(({ state }) => state === 'holds');
  const ended = query.data.items.filter(({ state }) => state !== 'holds');
  return (
    <div className="flex flex-col gap-3">
      {holding.length === 0 ? (
        <p className="text-base text-muted">Nothing is excused. An approver excuses a finding where it is shown.</p>
      ) : (
        <ExcuseRows place={place} role={role} items={holding} />
      )}
      {ended.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted">{ended.length} ended</summary>
          <ExcuseRows place={place} role={role} items={ended} />
        </details>
      ) : null}
    </div>
  );
}

function ExcuseRows({ place, role, items }: { place: PlanPlace; role: Role; items: readonly SuppressionView[] }) {
  const end = useEndExcuse(place);
  return (
    <ul className="flex flex-col">
      {items.map((one) => (
        <li key={one.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 border-border border-b py-2">
          <div className="min-w-0 flex-1 basis-64">
            <p className="break-words text-base">
              {one.item ? (
                <Link className="font-mono underline-offset-2 hover:underline" href={itemHref(place, one.item)}>
                  {one.name}
                </Link>
              ) : (
                <span className="font-mono">{one.name}</span>
              )}{' '}
              <span className="text-muted">{one.label}</span>
            </p>
            <p className="break-words text-muted text-sm">
              {one.reason} {one.by.name}, until {one.until}.
              {one.revoked ? ` Ended by ${one.revoked.by} on ${one.revoked.at.slice(0, 10)}.` : ''}
            </p>
          </div>
          {one.state === 'holds' ? (
            includesRole(role, 'approver') ? (
              <Button
                size="toolbar"
                variant="ghost"
                aria-label={`End the excuse on ${one.name}`}
                pending={end.isPending && end.variables === one.id}
                onClick={() =>
                  end.mutate(one.id, {
                    onSuccess: () => notify('The excuse has ended'),
                    onError: (error) => notifyFailure(wordsFor(error)),
                  })
                }
              >
                End
              </Button>
            ) : null
          ) : (
            <Badge>{one.state === 'expired' ? 'Ran out' : 'Ended'}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}
