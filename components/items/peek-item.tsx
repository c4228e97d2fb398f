'use client';
import { useQuery } from '@tanstack/react-query';
import { GlossaryProvider } from '@/components/shared/glossary-text';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { PeekPanel } from '@/components/shared/peek';
import { usePlan } from '@/components/shared/plan-context';
import { itemHref, planHref } from '@/components/shared/plan-href';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { wordsFor } from '@/lib/client/http';
import { itemOptions } from '@/lib/client/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { ItemReference } from './item-reference';

/** An item beside the list that it stands in. */
export function PeekItem({ id, at, onClose }: { id: string; at: string | null; onClose: () => void }) {
  const plan = usePlan();
  const { data, error, isPending, refetch } = useQuery(itemOptions(plan, id, at ?? undefined));
  const name = data ? qualifiedName(data.item) : '…';
  return (
    <PeekPanel
      label={name}
      title={<span className="font-mono">{name}</span>}
      state={data ? <LifecycleBadge state={data.lifecycle.state} /> : null}
      href={data ? itemHref(plan, data.item, at) : planHref(plan)}
      onClose={onClose}
    >
      {error && !data ? <ErrorBanner onRetry={() => void refetch()}>{wordsFor(error)}</ErrorBanner> : null}
      <Pending pending={isPending && !error} skeleton={<SkeletonRows rows={6} />}>
        {data ? (
          <GlossaryProvider terms={null} at={at}>
            <ItemReference view={data} at={at} />
          </GlossaryProvider>
        ) : null}
      </Pending>
    </PeekPanel>
  );
}
