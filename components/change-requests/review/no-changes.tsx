'use client';
import { useRouter } from 'next/navigation';
import { startEditing } from '@/components/shared/editing';
import { keysOf } from '@/components/shared/keyboard/registry';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';

interface Props {
  readonly planId: string;
  readonly number: number;
  readonly whyNot: string | undefined;
}

/** A request without a change yet: where changes come from. */
export function NoChanges({ planId, number, whyNot }: Props) {
  const plan = usePlan();
  const router = useRouter();
  const start = () => {
    startEditing(planId, number);
    router.push(planHref(plan, 'events'));
    router.refresh();
  };
  return (
    <EmptyState
      action={
        <Button variant="primary" unavailable={whyNot} onClick={start}>
          Choose an item to edit
        </Button>
      }
    >
      Nothing is changed yet. Open any item and press <Kbd keys={keysOf('item.edit')} className="align-middle" />
      <span className="sr-only touch:not-sr-only">Edit</span>.
    </EmptyState>
  );
}
