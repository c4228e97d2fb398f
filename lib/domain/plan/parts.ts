import * as z from 'zod';

/** What every kind of item is made of: the small values that fields hold. Absent is `null` or an empty text, never a missing key. */

// Line breaks and tabs are allowed here; a field of one line forbids the breaks itself.
const allowedControls = new Set(['\n', '\r', '\t']);

/** Whether a text holds characters that neither print nor end a line. */
export function hasControlCharacters(text: string): boolean {
  return (text.match(/\p{Cc}/gu) ?? []).some((char) => !allowedControls.has(char) && char < '\u0080');
}

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(
      (text) => !hasControlCharacters(text) && !/[\n\r\u2028\u2029]/u.test(text),
      'must be one line without control characters',
    );

/** A short text on one line, up to 300 characters. */
export const shortTextSchema = line(300);

/** A sentence or a paragraph, up to 10,000 characters. */
export const proseSchema = z
  .string()
  .max(10_000)
  .refine((text) => !hasControlCharacters(text), 'must not contain control characters');

/** The name of an item within its kind and namespace, 1–300 characters. */
export const itemNameSchema = line(300).refine(
  (text) => text.trim() !== '' && text === text.trim(),
  'must not be empty or begin or end with a space',
);

/** Snowplow's vendor, GitLab's category: what makes a name unique where bare names are not. */
export const namespaceSchema = line(300)
  .refine((text) => text.trim() !== '' && text === text.trim(), 'must not be empty or begin or end with a space')
  .nullable();

/** The stable id of an item. */
export const itemIdSchema = z.string().regex(/^[a-z]{2}_[0-9a-z]{1,40}$/u, 'must be an item id');

/** A calendar day, `2026-03-31`. */
export const dateSchema = z.iso.date();

/** The team or person accountable for an item. */
export const ownerSchema = z.strictObject({ type: z.enum(['team', 'person']), id: z.string().min(1).max(60) });
export type Owner = z.infer<typeof ownerSchema>;

/** Where an item stands: planned, live, deprecated (with what replaces it), retired. */
export const lifecycleSchema = z.strictObject({
  state: z.enum(['planned', 'live', 'deprecated', 'retired']).default('planned'),
  /** The item to use instead, of the same kind. */
  replacedBy: itemIdSchema.nullable().default(null),
});
export type Lifecycle = z.infer<typeof lifecycleSchema>;

/** An address with the words it is shown with; `http` and `https` only. */
export const linkSchema = z.strictObject({
  label: shortTextSchema.default(''),
  url: z.url({ protocol: /^https?$/u }).max(2_000),
});
export type Link = z.infer<typeof linkSchema>;

// Copying by assignment would lose this key without a word, here and in most of what reads an export.
const hasLostKey = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasLostKey));

/** Any JSON value without the key `__proto__`. */
export const jsonSchema: z.ZodType<Json> = z
  .unknown()
  .refine((value) => !hasLostKey(value), 'must not have the key __proto__')
  .pipe(z.json()) as z.ZodType<Json>;
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A value a property can be pinned to or restricted to. */
export const scalarSchema = z.union([z.string().max(1_000), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalarSchema>;

/** Facts of a foreign format that Waymark has no field for, kept by their name. */
export const extrasSchema = z.array(z.strictObject({ key: shortTextSchema, value: proseSchema })).default([]);

/** Fields every kind has. */
export const commonFields = {
  displayName: shortTextSchema.default(''),
  meaning: proseSchema.default(''),
  tags: z.array(shortTextSchema).max(200).default([]),
  owner: ownerSchema.nullable().default(null),
  lifecycle: lifecycleSchema.default({ state: 'planned', replacedBy: null }),
  reviewBy: dateSchema.nullable().default(null),
  links: z.array(linkSchema).max(200).default([]),
  extras: extrasSchema,
};
