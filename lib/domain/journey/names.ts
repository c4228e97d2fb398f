/** How a stage is called on a column. */
export function stageName(stage: string | null): string {
  return stage === null ? 'No stage' : stage.charAt(0).toUpperCase() + stage.slice(1);
}

/** How a step is called: by its own words, or by its event. */
export function stepName(step: {
  readonly title: string;
  readonly knownAs: string | undefined;
  readonly event: { readonly namespace: string | null; readonly name: string } | null;
}): string {
  if (step.title !== '') return step.title;
  if (!step.event) return step.knownAs || 'A screen';
  return step.event.namespace === null ? step.event.name : `${step.event.namespace}/${step.event.name}`;
}
