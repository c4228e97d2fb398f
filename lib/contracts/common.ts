import * as z from 'zod';
import { hasControlCharacters } from '@/lib/domain/plan/parts';
import { grouped } from '@/lib/kit/grouped';

/** A moment as ISO 8601 text in UTC. */
export const momentSchema = z.iso.datetime({ offset: true });

/** Query members of every list: how many, and where the page before ended. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many, 1 to 200'),
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before'),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** A page of a list: its rows, where the next page begins, and how many rows there are in all. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });
}

/** A page as a type. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

/** The state to read: a release number, or a date on which a release was current. */
export const atQuerySchema = z.union([z.coerce.number().int().min(0), z.iso.date(), z.iso.datetime({ offset: true })]);

/** An answer without content of its own. */
export const doneSchema = z.object({ done: z.literal(true) });

/** Who is meant, as little as a screen needs. */
export const personRefSchema = z.object({ id: z.string(), name: z.string() });

/** A label a person gives something: trimmed, one line, 1 to `max` characters. */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Fill this in')
    .max(max, `Keep it to ${max} characters`)
    .refine((text) => !/[\r\n\t]/.test(text), 'Keep it on one line');
}

/** Words of one or more lines, up to `max` characters; may be empty. */
export function wordsSchema(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Keep it to ${grouped(max)} characters`)
    .refine((text) => !hasControlCharacters(text), 'Leave out control characters');
}

/** The same, where something has to be said. */
export function textSchema(max: number, whenEmpty: string) {
  return wordsSchema(max).min(1, whenEmpty);
}
