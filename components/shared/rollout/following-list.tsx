import Link from 'next/link';
import { itemHref, planHref } from '@/components/shared/plan-href';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Following } from '@/lib/contracts/rollout';
import { cellWords } from './cell-words';

/** More than these are counted. */
const shown = 20;

export interface FollowingListProps {
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly rows: Following['items'];
}

/** On a source's page: which changes its code has not followed yet, newest first. */
export function FollowingList({ place, rows }: FollowingListProps) {
  return (
    <section aria-labelledby="following" className="flex flex-col gap-2">
      <h2 id="following" className="font-medium text-subtle text-xs">
        Still to follow in its code
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted text-sm">
          Nothing: every change that reaches it is live, or no change reached it yet.
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-border rounded-card border border-border text-sm">
          {rows.slice(0, shown).map((row) => (
            <li
              key={`${row.release} ${row.item.id}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2"
            >
              {row.operation === 'removed' ? (
                <span className="font-medium">{row.item.name}, removed</span>
              ) : (
                <Link
                  className="break-words font-medium text-accent underline underline-offset-2"
                  href={itemHref(place, { ...row.item, namespace: null, name: row.item.id }, null)}
                >
                  {row.item.name}
                </Link>
              )}
              <span>{cellWords(row.cell)}</span>
              <span className="text-muted">
                release {row.release}, merged <RelativeTime at={row.mergedAt} />
              </span>
              <Link
                prefetch={false}
                className="text-accent underline underline-offset-2"
                href={`${planHref(place, `change-requests/${row.request.number}`)}#rollout`}
              >
                #{row.request.number} {row.request.title}
              </Link>
            </li>
          ))}
          {rows.length > shown ? <li className="px-3 py-2 text-muted">And {rows.length - shown} more.</li> : null}
        </ul>
      )}
    </section>
  );
}
