import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { diffPlans } from '../diff/diff-plans';
import type { Item } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import { type ItemKind, itemKinds } from '../plan/kinds/define';
import { kinds } from '../plan/kinds/list';
import { significances } from '../plan/significance';
import { type Snapshot, snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { classifyPlanDiff } from './classify-plan-diff';
import { consequenceOf } from './effects';
import vectorsJson from './vectors.json';

/** Content laid over the kind's defaults, with name and namespace among its keys. */
const partial = z.record(z.string(), z.unknown());
const plan = z.record(z.string(), partial.nullable());
const expected = z.object({
  significance: z.enum(significances),
  significances: z.array(z.enum(significances)),
  senders: z.boolean(),
  readers: z.boolean(),
});
const vectorSchema = z.discriminatedUnion('kind', [
  ...itemKinds.map((kind) =>
    z.strictObject({
      name: z.string(),
      kind: z.literal(kind),
      before: partial.nullable(),
      after: partial.nullable(),
      /** Items that stand in both plans. */
      context: plan.optional(),
      claims: z.array(z.string()).optional(),
      expect: expected.strict().nullable(),
    }),
  ),
  z.strictObject({
    name: z.string(),
    kind: z.literal('plan'),
    before: plan,
    /** Items that are new or other; `null` where one is removed. */
    after: plan,
    of: z.string(),
    expect: expected
      .extend({ own: z.enum(significances).nullable(), via: z.array(z.string()) })
      .strict()
      .nullable(),
  }),
] as unknown as [z.ZodObject<{ kind: z.ZodLiteral<ItemKind> }>]) as unknown as z.ZodType<ItemVector | PlanVector>;

type Expected = z.infer<typeof expected>;
type Partial = Record<string, unknown>;
interface ItemVector {
  name: string;
  kind: ItemKind;
  before: Partial | null;
  after: Partial | null;
  context?: Record<string, Partial>;
  claims?: string[];
  expect: Expected | null;
}
interface PlanVector {
  name: string;
  kind: 'plan';
  before: Record<string, Partial>;
  after: Record<string, Partial | null>;
  of: string;
  expect: (Expected & { own: string | null; via: string[] }) | null;
}

const vectors = z.array(vectorSchema).parse(vectorsJson);

function itemOf(id: string, { kind, name, namespace, ...content }: Partial): Item {
  const known = itemKinds.find((one) => one === kind);
  if (!known) throw new Error(`no kind ${String(kind)}`);
  return {
    id,
    kind: known,
    name: name ?? 'same',
    namespace: namespace ?? null,
    content: contents[known].parse(content),
  } as Item;
}

function snapshot(items: Record<string, Partial | null>): Snapshot {
  return snapshotOf(
    'pl_1',
    1,
    Object.entries(items).flatMap(([id, item]) => (item ? [revisionOf(itemOf(id, item))] : [])),
  );
}

function classified(before: Snapshot, after: Snapshot, of: string, claims: readonly string[] = []) {
  return classifyPlanDiff(before, after, diffPlans(before, after), new Set(claims)).find(
    (change) => change.itemId === of,
  );
}

describe('vectors', () => {
  it('are many, with names of their own, and many of them reach an item through others', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(300);
    expect(new Set(vectors.map((vector) => vector.name)).size).toBe(vectors.length);
    expect(vectors.filter((vector) => vector.kind === 'plan').length).toBeGreaterThanOrEqual(30);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    if (vector.kind === 'plan') {
      const change = classified(snapshot(vector.before), snapshot({ ...vector.before, ...vector.after }), vector.of);
      expect(change && { ...said(change), own: change.own, via: change.via.map((one) => one.itemId).sort() }).toEqual(
        vector.expect ? { ...vector.expect, via: [...vector.expect.via].sort() } : undefined,
      );
      return;
    }
    const id = `${kinds[vector.kind].idPrefix}_1`;
    const side = (content: Partial | null) =>
      snapshot({ ...vector.context, [id]: content && { ...content, kind: vector.kind } });
    const change = classified(side(vector.before), side(vector.after), id, vector.claims);
    expect(change && said(change)).toEqual(vector.expect ?? undefined);
    if (change) expect(change.consequence).toBe(consequenceOf(change.significances, change.breaks));
  });
});

function said(change: {
  significance: string;
  significances: readonly string[];
  breaks: { senders: boolean; readers: boolean };
}) {
  return { significance: change.significance, significances: change.significances, ...change.breaks };
}
