'use client';
import { useQuery } from '@tanstack/react-query';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Skeleton } from '@/components/ui/skeleton';
import { wordsFor } from '@/lib/client/http';
import { ownedOptions } from '@/lib/client/ownership';
import type { Owned } from '@/lib/contracts/ownership';
import { grouped } from '@/lib/kit/grouped';
import { ItemNames } from './item-names';
import type { NamedOwner } from './owner-picker';
import { ProposeHandOver } from './propose-hand-over';

/** What somebody who is about to leave owns in every plan, and the one step that hands it over. */
export function OwnedBy({ workspace, owner }: { workspace: string; owner: NamedOwner }) {
  const { type, id, name } = owner;
  const query = useQuery(ownedOptions(workspace, { type, id }));
  if (query.error)
    return (
      <ErrorBanner onRetry={() => void query.refetch()} retrying={query.isFetching}>
        What {name} owns could not be read. {wordsFor(query.error)}
      </ErrorBanner>
    );
  if (!query.data) return <Skeleton className="h-5 w-48" />;
  const { plans, total } = query.data;
  if (total === 0) return <p className="text-base">{name} owns nothing in any plan.</p>;
  return (
    <section aria-label={`What ${name} owns`} className="flex flex-col gap-3 rounded-card border border-border p-3">
      <p className="font-medium text-base">
        {name} owns {total === 1 ? 'one item' : `${grouped(total)} items`}. Hand {total === 1 ? 'it' : 'them'} over, so
        that somebody answers for {total === 1 ? 'it' : 'them'}.
      </p>
      {plans.map((one) => (
        <InPlan key={one.plan.slug} workspace={workspace} owned={one} />
      ))}
      <ProposeHandOver workspace={workspace} from={{ type, id }} plans={plans.map(({ plan }) => plan)} />
    </section>
  );
}

function InPlan({ workspace, owned: { plan, items, count } }: { workspace: string; owned: Owned['plans'][number] }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-muted text-sm">
        {plan.name}, {grouped(count)}
      </h3>
      <ItemNames place={{ workspace, plan: plan.slug }} items={items} count={count} />
    </div>
  );
}
