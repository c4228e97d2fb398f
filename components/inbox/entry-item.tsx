import Link from 'next/link';
import { DifferenceRow } from '@/components/shared/diff/difference-row';
import { KindIcon } from '@/components/shared/kind-icon';
import { itemHref } from '@/components/shared/plan-href';
import { VersionBadge } from '@/components/shared/version-badge';
import { Badge } from '@/components/ui/badge';
import type { NewsItem } from '@/lib/contracts/inbox';
import { qualifiedName } from '@/lib/domain/plan/item';

const operationWords: Record<NewsItem['operation'], string> = {
  added: 'New',
  changed: 'Changed',
  removed: 'Removed',
  affected: 'Uses what changed',
  due: 'Due soon',
  noted: 'A note beside it',
};

export interface EntryItemProps {
  place: { readonly workspace: string; readonly plan: string };
  item: NewsItem;
  /** The release that came of it; without one the item is still as it was. */
  release: number | undefined;
}

/** One item of the news, with what it said and says. */
export function EntryItem({ place, item, release }: EntryItemProps) {
  const isReadable = release === undefined ? item.operation !== 'added' : item.operation !== 'removed';
  const name = (
    <>
      <KindIcon kind={item.kind} />
      <span className="truncate">{qualifiedName(item)}</span>
    </>
  );
  const nameStyle = 'inline-flex min-w-0 max-w-full items-center gap-1.5 font-mono text-sm';
  return (
    <section aria-label={qualifiedName(item)} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0">
          {isReadable ? (
            <Link
              href={itemHref(place, { id: item.itemId, ...item })}
              className={`${nameStyle} underline-offset-2 hover:underline`}
            >
              {name}
            </Link>
          ) : (
            <span className={nameStyle}>{name}</span>
          )}
        </h3>
        {item.version ? <VersionBadge version={item.version} before={item.versionBefore} /> : null}
        {item.operation === 'changed' ? null : <Badge>{operationWords[item.operation]}</Badge>}
      </div>
      {item.differences.length > 0 ? (
        item.differences.map((difference) => (
          <DifferenceRow
            key={[difference.type, difference.field, difference.member, difference.part].join(' ')}
            difference={difference}
          />
        ))
      ) : (
        <ul className="list-disc pl-6 text-base">
          {item.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {item.instead.map(({ of, itemId, ...successor }) => (
        <p key={`${of} ${itemId}`} className="text-base">
          Use{' '}
          <Link
            href={itemHref(place, { id: itemId, ...successor })}
            className="font-mono text-accent text-sm underline underline-offset-2"
          >
            {qualifiedName(successor)}
          </Link>{' '}
          instead
          {of === null ? null : (
            <>
              {' '}
              of <span className="font-mono text-sm">{of}</span>
            </>
          )}
          .
        </p>
      ))}
    </section>
  );
}
