import { Plus } from 'lucide-react';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { AtControl } from '@/components/items/at-control';
import { ItemListScreen } from '@/components/items/item-list';
import { listAsk } from '@/components/items/list-ask';
import { saysNothing, viewSearch } from '@/components/items/list-view';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { itemPageSize } from '@/lib/client/items';
import { itemListQuerySchema } from '@/lib/contracts/items';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listItems } from '@/lib/features/items/list-items';
import { readPlan } from '@/lib/features/plans/read-plan';
import { readDefaultView } from '@/lib/features/views/list-views';
import { one, type PlanPageProps } from './address';

/** The list of a kind, its first rows read on the server. */
export async function ItemListPage({ kind, params, searchParams }: PlanPageProps & { kind: ItemKind }) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const plan = await readPlan(actor, place);
  if (!plan.ok) notFound();
  if (saysNothing(Object.keys(search))) {
    const own = await readDefaultView(actor, { planId: plan.value.id, kind });
    if (own.ok && own.value) redirect(`${planHref(place, kinds[kind].slug)}?${viewSearch(own.value)}`);
  }
  const ask = listAsk(kind, {
    f: one(search, 'f'),
    sort: one(search, 'sort'),
    group: one(search, 'group'),
    at: one(search, 'at'),
  });
  const query = itemListQuerySchema.safeParse({ ...ask, limit: itemPageSize });
  // What cannot be read here is read again by the browser, which then shows why and offers to retry.
  const first = query.success ? await listItems(actor, { ...query.data, plan: place.plan }) : undefined;
  const { label, plural } = kinds[kind];
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title={plural}
        secondary={<AtControl headRelease={plan.value.headRelease} />}
        primary={
          <Button asChild variant="primary">
            <Link href={proposeHref(place, { kind })} aria-keyshortcuts="c">
              <Plus aria-hidden />
              Propose {label.toLowerCase()}
            </Link>
          </Button>
        }
      />
      <ItemListScreen kind={kind} first={first?.ok ? { ask, page: first.value } : null} />
    </div>
  );
}
