'use client';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { FrameBarProvider } from '@/components/ui/page-header';

// Few pages have one open, and those get it from the server.
const OpenRequest = dynamic(() => import('./open-request').then((module) => module.OpenRequest));

/** Puts the request that edits are collected in under the header of the plan's pages, but not on its own. */
export function EditingBar({ children }: { children: ReactNode }) {
  const plan = usePlan();
  const path = usePathname();
  const isElsewhere = !path.startsWith(planHref(plan, 'change-requests'));
  const bar = plan.editing !== null && isElsewhere ? <OpenRequest plan={plan} number={plan.editing} /> : null;
  return <FrameBarProvider bar={bar}>{children}</FrameBarProvider>;
}
