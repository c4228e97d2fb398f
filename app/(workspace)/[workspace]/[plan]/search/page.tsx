import type { Metadata } from 'next';
import { AtControl } from '@/components/items/at-control';
import { SearchScreen } from '@/components/search/search-screen';
import { AtBar } from '@/components/shared/frame-bars';
import { planHref } from '@/components/shared/plan-href';
import { PageHeader } from '@/components/ui/page-header';
import { searchQuerySchema } from '@/lib/contracts/search';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPlan } from '@/lib/features/plans/read-plan';
import { searchPlan } from '@/lib/features/search/search-plan';
import { one, type PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Search' };

const members = ['kind', 'owner', 'lifecycle', 'tag', 'at'] as const;

/** Search over the whole plan. */
export default async function SearchPage({ params, searchParams }: PlanPageProps) {
  const [{ workspace, plan }, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(workspace);
  const read = await readPlan(actor, { plan });
  const narrowed = members.flatMap((key) => (one(search, key) ? [[key, one(search, key)] as const] : []));
  const ask: { q: string; at?: string } & Record<string, string> = {
    q: one(search, 'q') ?? '',
    ...Object.fromEntries(narrowed),
  };
  const query = searchQuerySchema.safeParse(ask);
  const result = query.success ? await searchPlan(actor, { ...query.data, plan }) : undefined;
  const { at: _, ...now } = ask;
  const backHref = `${planHref({ workspace, plan }, 'search')}?${new URLSearchParams(now)}`;
  return (
    <>
      <PageHeader
        title="Search"
        secondary={read.ok ? <AtControl headRelease={read.value.headRelease} /> : null}
        bars={
          ask.at !== undefined && result?.ok && result.value.releasedAt !== null ? (
            <AtBar release={result.value.release} at={result.value.releasedAt} backHref={backHref} />
          ) : null
        }
      />
      <SearchScreen first={result?.ok ? { ask, result: result.value } : null} />
    </>
  );
}
