import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GridScreen } from '@/components/grid/grid-screen';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPlan } from '@/lib/features/plans/read-plan';
import { one, type PlanPageProps, type Search } from '../_items/address';

const kindOf = (search: Search) => itemKinds.find((kind) => kind === one(search, 'kind')) ?? 'event';

export async function generateMetadata({ searchParams }: PlanPageProps): Promise<Metadata> {
  return { title: `${kinds[kindOf(await searchParams)].plural} in the grid` };
}

/** Many items of a kind as a spreadsheet: those of a filter, of a selection, or of what a change request changes. */
export default async function GridPage({ params, searchParams }: PlanPageProps) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const plan = await readPlan(actor, place);
  if (!plan.ok) notFound();
  const number = Number(one(search, 'request'));
  const items = one(search, 'items');
  return (
    <GridScreen
      key={`${kindOf(search)} ${one(search, 'rows')} ${one(search, 'f')} ${items} ${one(search, 'only')}`}
      planId={plan.value.id}
      kind={kindOf(search)}
      rows={one(search, 'rows') === 'uses' ? 'uses' : 'items'}
      filter={one(search, 'f') ?? ''}
      itemIds={items === null ? null : items.split(',').filter((id) => /^[a-z]{2}_[0-9a-z]{1,40}$/u.test(id))}
      number={Number.isInteger(number) && number > 0 ? number : null}
      only={one(search, 'only') === 'request' ? 'request' : 'all'}
    />
  );
}
