import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { stopEditing } from '@/components/shared/editing';
import { ChangeRequestBar } from '@/components/shared/frame-bars';
import type { PlanContext } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { changeRequestOptions } from '@/lib/client/change-requests';
import { ApiError } from '@/lib/client/http';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { grouped } from '@/lib/kit/grouped';

/** The bar of the request that edits are collected in. */
export function OpenRequest({ plan, number }: { plan: PlanContext; number: number }) {
  const router = useRouter();
  // Read again when the page is, since edits are made on other pages than those that show the bar.
  const { data, error } = useQuery({ ...changeRequestOptions(plan, number), refetchInterval: false });
  const done = () => {
    stopEditing(plan.planId);
    router.refresh();
  };
  return (
    <ChangeRequestBar
      number={number}
      title={data?.title}
      summary={data ? summaryOf(data) : error instanceof ApiError && error.status === 404 ? 'is gone' : ''}
      href={planHref(plan, `change-requests/${number}`)}
      onDone={done}
    />
  );
}

function summaryOf({ status, changes }: ChangeRequestView): string {
  if (status === 'merged') return 'is merged and takes no more edits';
  if (status === 'closed') return 'is closed and takes no edits';
  return changes.length === 1 ? '1 change' : `${grouped(changes.length)} changes`;
}
