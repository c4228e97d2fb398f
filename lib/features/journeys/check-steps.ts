import 'server-only';
import type { StepRequest } from '@/lib/contracts/journeys';
import { branchFaults } from '@/lib/domain/journey/branches';
import { inOrder } from '@/lib/domain/journey/order';
import type { JourneyStep } from '@/lib/domain/journey/step';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { FieldError } from '@/lib/infra/http/problem';
import { err, ok, type Result } from '@/lib/kit/result';

/** What the steps of a journey are checked against. */
export interface StepFrame {
  readonly stages: readonly string[];
  readonly snapshot: Snapshot;
  /** The journey as it was: what it named then, it may go on naming. */
  readonly before: readonly JourneyStep[];
  readonly pictures: ReadonlySet<string>;
}

/** The steps as they are stored, in order; or what is wrong with them, by path. */
export function checkSteps(
  steps: readonly StepRequest[],
  frame: StepFrame,
): Result<JourneyStep[], { readonly code: 'journey.invalid'; readonly errors: FieldError[] }> {
  const { stages, snapshot, before } = frame;
  const earlierStages = new Set(before.map((step) => step.stage));
  const earlierItems = new Set(
    before.flatMap((step) => [step.eventId, ...step.annotations.map((mark) => mark.itemId)]),
  );
  const errors: FieldError[] = branchFaults(steps).map(({ step, member, message }) => ({
    path: `steps.${step}.${member}`,
    message,
  }));
  const checked = steps.map((step, index): JourneyStep => {
    const wrong = (member: string, message: string) => errors.push({ path: `steps.${index}.${member}`, message });
    const event = step.eventId === null ? undefined : snapshot.items.get(step.eventId);
    if (step.eventId !== null && event?.kind !== 'event' && !earlierItems.has(step.eventId))
      wrong('eventId', 'The plan has no such event');
    if (step.stage !== null && !stages.includes(step.stage) && !earlierStages.has(step.stage))
      wrong('stage', 'The plan has no such stage');
    if (step.imageDigest !== null && !frame.pictures.has(step.imageDigest))
      wrong('imageDigest', 'Send the picture first');
    if (step.imageDigest === null && step.annotations.length > 0)
      wrong('annotations', 'Marks need a picture to stand on');
    for (const [at, { itemId }] of step.annotations.entries()) {
      const kind = itemId === null ? 'event' : snapshot.items.get(itemId)?.kind;
      if (kind !== 'event' && kind !== 'property' && !earlierItems.has(itemId))
        wrong(`annotations.${at}.itemId`, 'The plan has no such event or property');
    }
    const knownAs = step.eventId === null ? '' : (step.knownAs ?? (event ? qualifiedName(event) : ''));
    return { ...step, knownAs };
  });
  return errors.length > 0 ? err({ code: 'journey.invalid', errors }) : ok(inOrder(stages, checked));
}
