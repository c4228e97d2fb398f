import * as z from 'zod';
import { hasControlCharacters } from '../plan/parts';
import type { ChangeRequest, Tick } from './change-request';
import { type People, personName } from './people';
import type { Requirement } from './requirement';

export const checklistStages = ['never', 'sending', 'merging'] as const;
/** Before what a line has to be ticked. */
export type ChecklistStage = (typeof checklistStages)[number];

const lineWordsSchema = z
  .string()
  .trim()
  .min(1, 'Fill this in')
  .max(200, 'Keep it to 200 characters')
  .refine((text) => !hasControlCharacters(text) && !/[\n\r\t]/u.test(text), 'Keep it on one line');

/** A line of the checklist of a plan's requests. */
export const checklistLineSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/),
  words: lineWordsSchema,
  required: z.enum(checklistStages),
});
export type ChecklistLine = z.infer<typeof checklistLineSchema>;

/** How change requests of a plan begin and are seen through. */
export const reviewSettingsSchema = z.strictObject({
  /** Markdown that the reason of a new request begins with. */
  template: z.string().max(10_000, 'Keep it to 10,000 characters').default(''),
  checklist: z
    .array(checklistLineSchema)
    .max(20, 'Keep it to 20 lines')
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'Two lines have the same id')
    .default([]),
  /** Working days after which somebody who was asked to review is reminded. */
  reminderDays: z.int().min(1).max(30).default(2),
});
export type ReviewSettings = z.infer<typeof reviewSettingsSchema>;

/** What a new plan asks: nothing. */
export const defaultReviewSettings: ReviewSettings = reviewSettingsSchema.parse({});

/** The tick of a line, unless the line says something else by now. */
export function tickOf(line: ChecklistLine, { ticks }: Pick<ChangeRequest, 'ticks'>): Tick | undefined {
  return ticks?.find((one) => one.lineId === line.id && one.words === line.words);
}

/** The lines that have to be ticked before a request is sent for review and are not. */
export function missingBeforeSending(
  lines: readonly ChecklistLine[],
  request: Pick<ChangeRequest, 'ticks'>,
): ChecklistLine[] {
  return lines.filter((line) => line.required === 'sending' && !tickOf(line, request));
}

/** One requirement for each required line; what has to be ticked before sending still holds at the merge. */
export function checklistRequirements(
  lines: readonly ChecklistLine[],
  request: ChangeRequest,
  people: People,
): Requirement[] {
  return lines.flatMap((line): Requirement[] => {
    if (line.required === 'never') return [];
    const tick = tickOf(line, request);
    const met = tick !== undefined;
    return [
      {
        code: 'review.checklist',
        key: `checklist ${line.required} ${line.id}`,
        words: tick ? `${line.words}, ticked by ${personName(people, tick.by)}` : line.words,
        met,
        who: { userIds: [], words: met ? '' : 'contributors and reviewers' },
        how: met
          ? ''
          : `One of them ticks it in the checklist before it is ${line.required === 'sending' ? 'sent' : 'merged'}.`,
        itemIds: [],
      },
    ];
  });
}

const strength = (stage: ChecklistStage | undefined) => (stage === undefined ? 0 : checklistStages.indexOf(stage));

/** Whether a checklist asks less than another one: a required line is gone, is required less, or says something else. */
export function loosens(before: readonly ChecklistLine[], after: readonly ChecklistLine[]): boolean {
  const now = new Map(after.map((line) => [line.id, line]));
  return before.some((line) => {
    if (line.required === 'never') return false;
    const next = now.get(line.id);
    // Sending comes before merging, so a line for the one holds for the other as well.
    const asked = next && next.words === line.words ? next.required : undefined;
    return strength(asked) === 0 || (line.required === 'sending' && asked !== 'sending');
  });
}
