import Link from 'next/link';
import { DifferenceRow } from '@/components/shared/diff/difference-row';
import { PersonLink } from '@/components/shared/person-link';
import { itemHref, planHref } from '@/components/shared/plan-href';
import { EffectiveDates } from '@/components/shared/rollout/effective-dates';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { VersionBadge } from '@/components/shared/version-badge';
import { LinkTabs, tabStyle } from '@/components/ui/link-tabs';
import { RelativeTime } from '@/components/ui/relative-time';
import type { HistoryEntry, ItemHistory } from '@/lib/contracts/items';
import type { Following } from '@/lib/contracts/rollout';
import { type Item, qualifiedName } from '@/lib/domain/plan/item';
import { significances } from '@/lib/domain/plan/significance';

export interface ItemHistoryListProps {
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly item: Pick<Item, 'id' | 'kind' | 'namespace' | 'name'>;
  readonly history: ItemHistory;
  /** How each change stands in the sources that send the item. */
  readonly rollout: Following['items'];
}

/** Whether history tells what the definition said, or everything that was done to the item. */
export function HistoryChoice({
  place,
  item,
  at,
  isActivity,
}: Omit<ItemHistoryListProps, 'history' | 'rollout'> & { readonly at: string | null; readonly isActivity: boolean }) {
  const href = itemHref(place, item, at);
  const address = `${href}${href.includes('?') ? '&' : '?'}tab=history`;
  const link = (label: string, to: string, isHere: boolean) => (
    <Link href={to} className={tabStyle} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      {label}
    </Link>
  );
  return (
    <LinkTabs label="Kind of history" className="self-start">
      {link('Definition', address, !isActivity)}
      {link('All activity', `${address}&show=activity`, isActivity)}
    </LinkTabs>
  );
}

/** Every state an item had, newest first: what changed, who did it, in which request, and why. */
export function ItemHistoryList({ place, item, history, rollout }: ItemHistoryListProps) {
  return (
    <ol className="flex max-w-4xl flex-col gap-8">
      {history.entries.map((entry) => (
        <li key={entry.revisionId} id={`release-${entry.release.number}`} className="flex scroll-mt-24 flex-col gap-3">
          <EntryHead place={place} item={item} entry={entry} />
          <EffectiveDates rows={rollout.filter((row) => row.release === entry.release.number)} />
          {entry.changeRequest.reason === '' ? null : (
            <p className="max-w-[72ch] text-base text-muted">{entry.changeRequest.reason}</p>
          )}
          {entry.differences.length === 0 ? (
            <p className="text-base text-muted">First written as “{qualifiedName(entry)}”.</p>
          ) : (
            entry.differences.map((difference) => (
              <DifferenceRow
                key={`${difference.field} ${difference.member} ${difference.part} ${difference.type}`}
                difference={difference}
              />
            ))
          )}
        </li>
      ))}
    </ol>
  );
}

function EntryHead({
  place,
  item,
  entry,
}: Omit<ItemHistoryListProps, 'history' | 'rollout'> & { entry: HistoryEntry }) {
  const significance = significances.find((one) => one === entry.significance);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <h2 className="font-semibold text-base">
        <Link href={planHref(place, `releases/${entry.release.number}`)} className="underline-offset-2 hover:underline">
          Release {entry.release.number}
        </Link>
      </h2>
      <VersionBadge version={entry.version} />
      {significance && entry.differences.length > 0 ? <SignificanceBadge significance={significance} /> : null}
      <RelativeTime at={entry.release.at} className="text-muted" />
      <PersonLink workspace={place.workspace} id={entry.author.id} name={entry.author.name} className="text-muted" />
      <Link
        href={planHref(place, `change-requests/${entry.changeRequest.number}`)}
        className="text-accent underline underline-offset-2"
      >
        #{entry.changeRequest.number} {entry.changeRequest.title}
      </Link>
      <Link href={itemHref(place, item, entry.release.number)} className="text-accent underline underline-offset-2">
        Read it as it was
      </Link>
    </div>
  );
}
