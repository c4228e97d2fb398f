import Link from 'next/link';
import { planHref } from '@/components/shared/plan-href';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { counted } from '@/lib/kit/grouped';

/** Which items left this request and where they are, and which request it is the follow-up of. */
export function SplitNote({ view, place }: { view: ChangeRequestView; place: PlanPlace }) {
  const { followUps, followUpOf } = view;
  if (followUps.length === 0 && !followUpOf) return null;
  const link = (request: { readonly number: number; readonly title: string }) => (
    <Link
      prefetch={false}
      className="break-words text-accent underline underline-offset-2"
      href={planHref(place, `change-requests/${request.number}`)}
    >
      #{request.number} {request.title}
    </Link>
  );
  return (
    <ul className="flex flex-col gap-1 text-muted text-sm">
      {followUpOf ? (
        <li>
          Follow-up of {link(followUpOf)}, which left {counted(followUpOf.items, 'item')} for it.
        </li>
      ) : null}
      {followUps.map((request) => (
        <li key={request.number}>
          {counted(request.items, 'item')} moved to {link(request)}.
        </li>
      ))}
    </ul>
  );
}
