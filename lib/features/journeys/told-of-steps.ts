import type { JourneyStep } from '@/lib/domain/journey/step';
import { digestOf } from '@/lib/kit/digest';

interface Written {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly JourneyStep[];
}

/** What the record says of a written journey: its words before and after, and the steps that were added, changed or taken out. */
export function toldOfSteps(before: Written, after: Written) {
  const earlier = new Map(before.steps.map((step) => [step.id, step]));
  const later = new Map(after.steps.map((step) => [step.id, step]));
  const changed = after.steps.filter((step) => {
    const was = earlier.get(step.id);
    return was !== undefined && digestOf(factsOf(was)) !== digestOf(factsOf(step));
  });
  return {
    from: { name: before.name, description: before.description },
    to: { name: after.name, description: after.description },
    added: after.steps.filter(({ id }) => !earlier.has(id)).map(nameOf),
    changed: changed.map(nameOf),
    removed: before.steps.filter(({ id }) => !later.has(id)).map(nameOf),
    order: after.steps.map(nameOf),
  };
}

const nameOf = ({ title, knownAs }: JourneyStep) => title || knownAs;

/** What is stored of a step, whatever else is read with it. */
function factsOf({ id, title, stage, eventId, knownAs, note, goesOn, branches, ...step }: JourneyStep) {
  const { imageDigest, imageAlt, annotations } = step;
  return { id, title, stage, eventId, knownAs, note, goesOn, branches, imageDigest, imageAlt, annotations };
}
