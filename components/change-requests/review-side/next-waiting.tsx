'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { changeRequestListOptions } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';

/** After a decision: the next request that waits for the reader, or that none does. */
export function NextWaiting({ place, number }: { place: PlanPlace; number: number }) {
  const list = useInfiniteQuery({ ...changeRequestListOptions(place, 'needs-me', ''), staleTime: 0 });
  const next = list.data?.pages.flatMap((page) => page.items).find((row) => row.number !== number);
  if (!list.data) return null;
  if (!next) return <span className="text-muted text-sm">Nothing else waits for you.</span>;
  return (
    <Button asChild className="min-w-0 max-w-full shrink">
      <Link href={planHref(place, `change-requests/${next.number}`)} prefetch={false}>
        <span className="truncate">
          Next: #{next.number} {next.title}
        </span>
      </Link>
    </Button>
  );
}
