'use client';
import { Check } from 'lucide-react';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import { useMove } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { ImpactDetails } from '../impact-details';
import { RailSection } from './rail-section';
import { refusalWords } from './words';

/** Whom the request reaches, who will be told, and where the reader can acknowledge for a consumer. */
export function ImpactSection({ view, place, userId }: { view: ChangeRequestView; place: PlanPlace; userId: string }) {
  const acknowledge = useMove(place, view.number, 'acknowledge');
  const isOver = view.status === 'merged' || view.status === 'closed';
  const asked = new Map(
    view.requirements.filter((one) => one.code === 'review.acknowledgement').map((one) => [one.key, one]),
  );
  const actionFor = (consumerId: string) => {
    const requirement = asked.get(`acknowledgement ${consumerId}`);
    if (!requirement) return null;
    if (requirement.met) {
      return (
        <span className="inline-flex items-center gap-1 text-added">
          <Check aria-hidden className="size-4" />
          Acknowledged
        </span>
      );
    }
    if (isOver || !requirement.who.userIds.includes(userId)) return null;
    const isPending = acknowledge.isPending && acknowledge.variables.body.consumerId === consumerId;
    return (
      <Button
        size="toolbar"
        pending={isPending}
        unavailable={view.status === 'draft' ? 'It is a draft: it is not sent for review yet.' : undefined}
        onClick={() =>
          acknowledge.mutate(
            { body: { consumerId }, lockVersion: view.lockVersion },
            {
              onSuccess: () => announce('Acknowledged'),
              onError: (error) => notifyFailure(refusalWords(error)),
            },
          )
        }
      >
        Acknowledge
      </Button>
    );
  };
  return (
    <RailSection title="Impact">
      <ImpactDetails
        impact={view.impact}
        watchersTitle={isOver ? 'Watchers' : 'Will be told, beside the owners'}
        {...(asked.size > 0 ? { actionFor } : {})}
      />
    </RailSection>
  );
}
