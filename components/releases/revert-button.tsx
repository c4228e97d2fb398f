'use client';
import { Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useRevertRelease } from '@/lib/client/releases';
import { includesRole } from '@/lib/domain/access/roles';

/** Opens a change request that takes a release back; nothing changes until it is merged. */
export function RevertButton({ release }: { release: number }) {
  const plan = usePlan();
  const router = useRouter();
  const revert = useRevertRelease(plan);
  const press = () =>
    revert.mutate(release, {
      onSuccess: ({ number }) => router.push(planHref(plan, `change-requests/${number}`)),
      onError: (error) => notifyFailure(wordsFor(error)),
    });
  return (
    <Button
      pending={revert.isPending}
      unavailable={includesRole(plan.role, 'contributor') ? undefined : 'Contributors can propose to revert a release'}
      onClick={press}
    >
      <Undo2 aria-hidden />
      Revert
    </Button>
  );
}
