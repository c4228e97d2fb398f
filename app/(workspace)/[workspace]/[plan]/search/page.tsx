import type { Metadata } from 'next';
import { SearchScreen } from '@/components/search/search-screen';
import { PageHeader } from '@/components/ui/page-header';
import { searchQuerySchema } from '@/lib/contracts/search';
import { requireActor } from '@/lib/features/auth/current-actor';
import { searchPlan } from '@/lib/features/search/search-plan';
import { one, type PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Search' };

const members = ['kind', 'owner', 'lifecycle', 'tag', 'at'] as const;

/** Search over the whole plan. */
export default async function SearchPage({ params, searchParams }: PlanPageProps) {
  const [{ workspace, plan }, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(workspace);
  const narrowed = members.flatMap((key) => (one(search, key) ? [[key, one(search, key)] as const] : []));
  const ask = { q: one(search, 'q') ?? '', ...Object.fromEntries(narrowed) };
  const query = searchQuerySchema.safeParse(ask);
  const result = query.success ? await searchPlan(actor, { ...query.data, plan }) : undefined;
  return (
    <>
      <PageHeader title="Search" />
      <SearchScreen first={result?.ok ? { ask, result: result.value } : null} />
    </>
  );
}
