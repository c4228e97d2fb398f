import Link from 'next/link';
import { PeopleHere } from '@/components/shared/attendance/people';
import { ChangeRequestState } from '@/components/shared/change-request-state';
import { PersonChip } from '@/components/shared/person-chip';
import { PersonLink } from '@/components/shared/person-link';
import { planHref } from '@/components/shared/plan-href';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { DecisionBar } from '../review-side/decision-bar';
import { RequestTitle } from './request-title';
import type { ViewedProgress } from './viewed-marks';

interface Props {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  /** Why the reader may not edit the request; `undefined` when they may. */
  readonly whyNot: string | undefined;
  readonly viewed: ViewedProgress;
}

/** What the request is, whose, how it stands, who else is there, and what the reader can do about it. */
export function ReviewHeader({ view, place, whyNot, viewed }: Props) {
  const { number, author, status, createdAt } = view;
  return (
    <PageHeader
      trail={
        <span className="flex items-center gap-2">
          <span>
            <Link href={planHref(place, 'change-requests')} className="hover:text-text hover:underline">
              Change requests
            </Link>{' '}
            / <span className="tabular-nums">#{number}</span>
          </span>
          <PeopleHere />
        </span>
      }
      title={<RequestTitle view={view} place={place} whyNot={whyNot} />}
      state={
        <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
          <ChangeRequestState status={status} />
          <PersonLink workspace={place.workspace} id={author.id} name={author.name}>
            <PersonChip name={author.name} />
          </PersonLink>
          <RelativeTime at={createdAt} />
        </span>
      }
      primary={
        <div className="flex flex-wrap items-center gap-2 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-14 max-sm:z-20 max-sm:justify-end max-sm:border-border max-sm:border-t max-sm:bg-bg max-sm:px-4 max-sm:py-2">
          <DecisionBar view={view} place={place} viewed={viewed} />
        </div>
      }
    />
  );
}
