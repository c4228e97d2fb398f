import Link from 'next/link';
import { PersonChip } from '@/components/shared/person-chip';
import { PersonLink } from '@/components/shared/person-link';
import { planHref } from '@/components/shared/plan-href';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ReleaseRow } from '@/lib/contracts/releases';

/** Who made a release, when, and by which request; why stands in its notes. */
export function ReleaseFacts({
  place,
  release,
}: {
  place: { readonly workspace: string; readonly plan: string };
  release: ReleaseRow;
}) {
  const { changeRequest, author, mergedBy, createdAt } = release;
  return (
    <div className="flex flex-col gap-2 px-4 text-base lg:px-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        <RelativeTime at={createdAt} />
        <span className="inline-flex items-center gap-1">
          proposed by{' '}
          <PersonLink workspace={place.workspace} id={author.id} name={author.name}>
            <PersonChip name={author.name} />
          </PersonLink>
        </span>
        {mergedBy.id === author.id ? null : (
          <span className="inline-flex items-center gap-1">
            merged by{' '}
            <PersonLink workspace={place.workspace} id={mergedBy.id} name={mergedBy.name}>
              <PersonChip name={mergedBy.name} />
            </PersonLink>
          </span>
        )}
        <Link
          href={planHref(place, `change-requests/${changeRequest.number}`)}
          className="text-accent underline underline-offset-2"
        >
          #{changeRequest.number} {changeRequest.title}
        </Link>
      </p>
    </div>
  );
}
