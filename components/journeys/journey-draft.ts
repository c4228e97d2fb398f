import type { ItemRef } from '@/lib/contracts/items';
import type { JourneyView, PictureView } from '@/lib/contracts/journeys';
import type { Annotation } from '@/lib/domain/journey/step';
import { newId } from '@/lib/kit/id';

/** A mark while it is edited: with the item it names. */
export type MarkDraft = Annotation & { readonly item: ItemRef | null };

/** A step while it is edited: with the event and picture it names, so that it can be shown before it is saved. */
export interface StepDraft {
  readonly id: string;
  readonly title: string;
  readonly stage: string | null;
  readonly eventId: string | null;
  readonly event: ItemRef | null;
  readonly knownAs: string | undefined;
  readonly note: string;
  readonly goesOn: boolean;
  readonly branches: readonly string[];
  readonly image: PictureView | null;
  readonly imageAlt: string;
  readonly annotations: readonly MarkDraft[];
}

export interface JourneyDraft {
  readonly name: string;
  readonly description: string;
  readonly steps: readonly StepDraft[];
}

/** What is edited of a stored journey. */
export function draftOf({ name, description, steps }: JourneyView): JourneyDraft {
  return {
    name,
    description,
    steps: steps.map(({ standing: _standing, problem: _problem, ...step }) => step),
  };
}

/** A new step in a stage. */
export function newStep(stage: string | null): StepDraft {
  return {
    id: newId('st'),
    ...{ title: '', stage, eventId: null, event: null, knownAs: undefined, note: '', goesOn: true, branches: [] },
    ...{ image: null, imageAlt: '', annotations: [] },
  };
}

/** The draft as it is sent. */
export function sentDraft({ name, description, steps }: JourneyDraft) {
  return {
    name,
    description,
    steps: steps.map(({ event: _event, image, annotations, knownAs, branches, ...step }) => ({
      ...step,
      ...(knownAs === undefined ? {} : { knownAs }),
      branches: [...branches],
      imageDigest: image?.digest ?? null,
      annotations: annotations.map(({ item: _item, ...mark }) => mark),
    })),
  };
}

/** Whether something was changed that is not saved. */
export function isChanged(draft: JourneyDraft, stored: JourneyView): boolean {
  return JSON.stringify(sentDraft(draft)) !== JSON.stringify(sentDraft(draftOf(stored)));
}

/** What is missing before a draft can be saved, by the id of the step; the empty id is the journey itself. */
export function draftFaults({ name, steps }: JourneyDraft): Map<string, string> {
  const faults = new Map<string, string>();
  if (name.trim() === '') faults.set('', 'Name the journey');
  for (const step of steps)
    if (step.title.trim() === '' && step.eventId === null) faults.set(step.id, 'Name the screen, or choose an event');
  return faults;
}
