import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ActivityList } from '@/components/activity/activity-lazily';
import { FirstHints } from '@/components/items/first-hints';
import { ItemHeader, itemTabs } from '@/components/items/item-header';
import { HistoryChoice, ItemHistoryList } from '@/components/items/item-history';
import { ItemImpact } from '@/components/items/item-impact';
import { ItemKeys } from '@/components/items/item-keys';
import { ItemNotices } from '@/components/items/item-notices';
import { ItemReference } from '@/components/items/item-reference';
import { ItemSide } from '@/components/items/item-side';
import { MissingItem } from '@/components/items/missing-item';
import { ItemNotes } from '@/components/notes/item-notes';
import { GlossaryProvider } from '@/components/shared/glossary-text';
import { itemHref } from '@/components/shared/plan-href';
import { RememberItem } from '@/components/shared/remember-item';
import { activityPageSize } from '@/lib/client/activity';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { listItemActivity } from '@/lib/features/activity/list-activity';
import { listAnnouncements } from '@/lib/features/announcements/list-announcements';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listTermsNamed } from '@/lib/features/glossary/list-terms-named';
import { readItem } from '@/lib/features/items/read-item';
import { readItemHistory } from '@/lib/features/items/read-item-history';
import { listNotes } from '@/lib/features/notes/list-notes';
import { readFollowing } from '@/lib/features/rollout/read-rollout';
import { atOf, decoded, type ItemPageProps, one } from './address';
import { ItemExtras } from './item-extras';

/** The title of an item's page: its name, then its section. */
export async function itemMetadata(kind: ItemKind, { params }: ItemPageProps): Promise<Metadata> {
  const { name } = await params;
  return { title: `${decoded(name).join('/')} · ${kinds[kind].plural}` };
}

/** The page of one item: what it says, its history, and whom a change would reach. */
export async function ItemPage({ kind, params, searchParams }: ItemPageProps & { kind: ItemKind }) {
  const [{ name, ...place }, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const asked = decoded(name).join('/');
  const { text: at, at: release } = atOf(search);
  const found = await readItem(actor, { plan: place.plan, item: asked, kind, at: release });
  if (!found.ok) {
    if (found.error.code !== 'item.not-found') notFound();
    return (
      <MissingItem
        place={place}
        kind={kind}
        name={asked}
        at={at}
        nearest={found.error.nearest}
        removedIn={found.error.removedIn}
      />
    );
  }
  const was = one(search, 'was');
  const view = { ...found.value, renamedFrom: was };
  if (found.value.renamedFrom !== null)
    redirect(withSearch(itemHref(place, view.item, at), { was: found.value.renamedFrom }));
  const tab = itemTabs.find((known) => known === one(search, 'tab')) ?? 'reference';
  const about = { plan: place.plan, item: view.item.id };
  const isActivity = tab === 'history' && one(search, 'show') === 'activity';
  const history =
    tab === 'history' && !isActivity ? await readItemHistory(actor, { ...about, at: release }) : undefined;
  const rollout =
    history && kind === 'event' ? await readFollowing(actor, { plan: place.plan, item: view.item.id }) : undefined;
  const activity = isActivity ? await listItemActivity(actor, { ...about, limit: activityPageSize }) : undefined;
  const announcements = at === null ? await listAnnouncements(actor, about) : undefined;
  const asks = { plan: place.plan, item: view.item.id };
  const [terms, notes] =
    tab === 'reference'
      ? await Promise.all([
          listTermsNamed(actor, {
            plan: place.plan,
            item: view.item,
            beside: view.properties.flatMap(({ property, use }) => [property.meaning, use.note]),
            at: release,
          }),
          listNotes(actor, asks),
        ])
      : [[], undefined];
  const mention = mentionOf(view.item);
  return (
    <>
      <ItemHeader place={place} view={view} tab={tab} at={at} />
      <ItemKeys item={mention} at={at} />
      <RememberItem item={mention} />
      <div className="flex flex-col gap-6 px-4 py-6 lg:px-6">
        <ItemNotices view={view} at={at} announcements={announcements?.ok ? announcements.value.items : null} />
        {tab === 'impact' ? <ItemImpact view={view} at={at} /> : null}
        {tab === 'history' ? <HistoryChoice place={place} item={view.item} at={at} isActivity={isActivity} /> : null}
        {history?.ok ? (
          <ItemHistoryList
            place={place}
            item={view.item}
            history={history.value}
            rollout={rollout?.ok ? rollout.value.items : []}
          />
        ) : null}
        {activity ? (
          <ActivityList
            of={{ type: 'item', ...place, item: view.item.id }}
            first={activity.ok ? activity.value : null}
            empty="Nothing else has happened to it yet. Reviews, discussions and announcements about it are listed here."
          />
        ) : null}
        {tab === 'reference' ? (
          <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <article className="min-w-0">
              <GlossaryProvider terms={terms} at={at}>
                <ItemReference view={view} at={at} />
              </GlossaryProvider>
              <div className="mt-8 empty:mt-0">
                <ItemExtras actor={actor} place={place} view={view} at={at} />
              </div>
              <ItemNotes itemId={view.item.id} first={notes?.ok ? notes.value.items : null} />
            </article>
            <ItemSide view={view} at={at} />
          </div>
        ) : null}
      </div>
      <FirstHints />
    </>
  );
}

function withSearch(href: string, more: Record<string, string>): string {
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams(more)}`;
}
