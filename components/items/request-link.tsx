'use client';
import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';

/** A change request as a link: `#42 Checkout rework`. */
export function RequestLink({ number, title }: { number: number; title: string }) {
  const plan = usePlan();
  return (
    <Link href={planHref(plan, `change-requests/${number}`)} className="text-accent underline underline-offset-2">
      #{number} {title}
    </Link>
  );
}
