const steps = ['exported', 'checklist-dismissed', 'hints-dismissed'] as const;
export type FirstStep = (typeof steps)[number];

const keyOf = (place: { workspace: string; plan: string }, step: FirstStep) =>
  `wm-first:${place.workspace}/${place.plan}:${step}`;

/** Whether a first step was done, or a hint dismissed, in this browser. Browser only. */
export function firstStepDone(place: { workspace: string; plan: string }, step: FirstStep): boolean {
  try {
    return localStorage.getItem(keyOf(place, step)) !== null;
  } catch {
    return true;
  }
}

/** Remembers that it was. */
export function noteFirstStep(place: { workspace: string; plan: string }, step: FirstStep): void {
  try {
    localStorage.setItem(keyOf(place, step), '1');
  } catch {
    // Where nothing can be kept, hints are not shown at all.
  }
}
