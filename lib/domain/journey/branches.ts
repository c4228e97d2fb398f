import { inOrder } from './order';
import type { JourneyStep } from './step';

type Linked = Pick<JourneyStep, 'id' | 'stage' | 'goesOn' | 'branches'>;

/** A way from one step to another; `isBack` when it leads to an earlier one, which a loop does. */
export interface StepEdge {
  readonly from: string;
  readonly to: string;
  readonly isBack: boolean;
}

/** Every way through a journey, by the order of the steps it leaves. Forward ways never form a loop. */
export function edgesOf(stages: readonly string[], steps: readonly Linked[]): StepEdge[] {
  const ordered = inOrder(stages, steps);
  const places = new Map(ordered.map((step, index) => [step.id, index]));
  return ordered.flatMap((step, index) => {
    const following = step.goesOn ? ordered[index + 1]?.id : undefined;
    const targets = new Set([...(following === undefined ? [] : [following]), ...step.branches]);
    return [...targets].flatMap((to) => {
      const place = places.get(to);
      return place === undefined || to === step.id ? [] : [{ from: step.id, to, isBack: place < index }];
    });
  });
}

/** What is wrong with the ways of a journey. */
export interface BranchFault {
  readonly step: number;
  readonly member: 'id' | 'branches';
  readonly message: string;
}

/** Ids that stand twice, and branches that lead nowhere, to their own step, or twice to one. Loops are no fault. */
export function branchFaults(steps: readonly Pick<JourneyStep, 'id' | 'branches'>[]): BranchFault[] {
  const known = new Set(steps.map((step) => step.id));
  const seen = new Set<string>();
  return steps.flatMap(({ id, branches }, step) => {
    const faults: BranchFault[] = [];
    if (seen.has(id)) faults.push({ step, member: 'id', message: 'Two steps have this id' });
    seen.add(id);
    if (branches.includes(id)) faults.push({ step, member: 'branches', message: 'A step cannot lead to itself' });
    if (branches.some((to) => !known.has(to)))
      faults.push({ step, member: 'branches', message: 'It leads to a step that is not in the journey' });
    if (new Set(branches).size !== branches.length)
      faults.push({ step, member: 'branches', message: 'It leads to one step twice' });
    return faults;
  });
}

/** The steps without one, and without the branches that led to it. */
export function withoutStep<S extends Pick<JourneyStep, 'id' | 'branches'>>(steps: readonly S[], id: string): S[] {
  return steps
    .filter((step) => step.id !== id)
    .map((step) =>
      step.branches.includes(id) ? { ...step, branches: step.branches.filter((to) => to !== id) } : step,
    );
}
