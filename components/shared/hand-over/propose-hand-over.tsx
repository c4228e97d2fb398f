'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { wordsFor } from '@/lib/client/http';
import { useHandOver } from '@/lib/client/ownership';
import type { HandOver } from '@/lib/contracts/ownership';
import { grouped } from '@/lib/kit/grouped';
import { type NamedOwner, OwnerPicker } from './owner-picker';

interface Made {
  readonly plan: { readonly slug: string; readonly name: string };
  readonly number: number;
  readonly title: string;
}

export interface ProposeHandOverProps {
  readonly workspace: string;
  readonly from: HandOver['from'];
  /** Where something is handed over: one change request each. */
  readonly plans: readonly { readonly slug: string; readonly name: string }[];
}

/** Chooses the next owner and proposes them for everything, one change request per plan; what was proposed is never proposed twice. */
export function ProposeHandOver({ workspace, from, plans }: ProposeHandOverProps) {
  const handOver = useHandOver(workspace);
  const [to, setTo] = useState<NamedOwner | null>(null);
  const [made, setMade] = useState<readonly Made[]>([]);
  const open = plans.filter((plan) => !made.some((one) => one.plan.slug === plan.slug));
  const propose = useMutation({
    mutationFn: async (owner: NamedOwner) => {
      for (const plan of open) {
        const to = { type: owner.type, id: owner.id };
        const { number, title } = await handOver.mutateAsync({ plan: plan.slug, from, to });
        setMade((before) => [...before, { plan, number, title }]);
      }
    },
  });
  return (
    <div className="flex flex-col gap-3">
      {made.length > 0 ? (
        <div role="status" className="flex flex-col gap-1 text-sm">
          <p>Sent for review. It takes effect when it is merged.</p>
          <ul className="flex flex-col gap-1">
            {made.map(({ plan, number, title }) => (
              <li key={plan.slug}>
                <a
                  href={planHref({ workspace, plan: plan.slug }, `change-requests/${number}`)}
                  target="_blank"
                  rel="noreferrer"
                  className="text-accent underline underline-offset-2"
                >
                  #{number} {title}
                </a>{' '}
                <span className="text-muted">in {plan.name}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {propose.error ? <ErrorBanner>{wordsFor(propose.error)}</ErrorBanner> : null}
      {open.length > 0 ? (
        <>
          <OwnerPicker
            workspace={workspace}
            value={to}
            onChange={setTo}
            except={typeof from === 'object' ? from : undefined}
          />
          <div>
            <Button
              pending={propose.isPending}
              unavailable={to ? undefined : 'Choose the new owner first'}
              onClick={() => to && propose.mutate(to)}
            >
              {open.length === 1 ? 'Propose hand-over' : `Propose hand-over in ${grouped(open.length)} plans`}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
