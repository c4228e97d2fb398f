import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { EditingBar } from '@/components/change-requests/editing-bar';
import { editingCookie } from '@/components/shared/editing';
import { PlanProvider } from '@/components/shared/plan-context';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPlan } from '@/lib/features/plans/read-plan';

interface Props {
  params: Promise<{ workspace: string; plan: string }>;
  children: ReactNode;
}

/** What every page of a plan stands in: the plan, who reads it, and the change request that is open for editing. */
export default async function PlanLayout({ params, children }: Props) {
  const { workspace, plan: slug } = await params;
  const actor = await requireActor(workspace);
  const plan = await readPlan(actor, { plan: slug });
  if (!plan.ok) notFound();
  const editing = Number((await cookies()).get(editingCookie(plan.value.id))?.value);
  const { name, headRelease, stages } = plan.value;
  return (
    <PlanProvider
      value={{
        ...{ workspace, plan: plan.value.slug, planId: plan.value.id, planName: name, headRelease, stages },
        ...{
          role: actor.role,
          userId: actor.userId,
          editing: Number.isInteger(editing) && editing > 0 ? editing : null,
        },
      }}
    >
      <EditingBar>{children}</EditingBar>
    </PlanProvider>
  );
}
