import Link from 'next/link';
import { DifferenceRow } from '@/components/shared/diff/difference-row';
import { ItemLink } from '@/components/shared/item-link';
import { planHref } from '@/components/shared/plan-href';
import { Callout } from '@/components/ui/callout';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ConsumerChanges as Changes } from '@/lib/contracts/item-extras';
import { Section } from './section';

interface Props {
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly itemId: string;
  readonly found: Changes;
  readonly at: string | null;
}

/** What changed under a consumer since somebody last said that they know, or since it was added. */
export function ConsumerChanges({ place, itemId, found, at }: Props) {
  const { since, why, items } = found;
  return (
    <Section itemId={itemId} label={`Changed under it (${items.length})`} id="changed">
      <div className="flex flex-col gap-3">
        <p className="max-w-[72ch] text-base text-muted">
          {since.by ? (
            <>
              {since.by.name} acknowledged the last change <RelativeTime at={since.by.at} />
            </>
          ) : (
            'Nobody has acknowledged a change for it yet, so this counts from when it was added'
          )}
          {since.release ? (
            <>
              , in{' '}
              <Link
                href={planHref(place, `releases/${since.release.number}`)}
                prefetch={false}
                className="text-accent underline underline-offset-2"
              >
                release {since.release.number}
              </Link>
            </>
          ) : null}
          .
        </p>
        {items.length === 0 ? (
          <p className="text-base text-subtle">Nothing that it would feel has changed since.</p>
        ) : (
          <>
            <Callout tone="warning">{why}</Callout>
            <ul className="flex flex-col gap-6">
              {items.map((item) => (
                <li key={item.itemId} className="flex flex-col gap-2">
                  <ItemLink
                    item={{ ...item, id: item.itemId, displayName: '', meaning: '', lifecycle: '' }}
                    at={at}
                    icon
                  />
                  {item.differences.map((difference) => (
                    <DifferenceRow
                      key={`${difference.field} ${difference.member} ${difference.part} ${difference.type}`}
                      difference={difference}
                    />
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
