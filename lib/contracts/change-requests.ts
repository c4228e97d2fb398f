import * as z from 'zod';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { itemIdSchema, itemNameSchema, namespaceSchema, proseSchema } from '@/lib/domain/plan/parts';
import { significances } from '@/lib/domain/plan/significance';
import { changeRequestOrigins, changeRequestStatuses, verdictKinds } from '@/lib/domain/review/change-request';
import { checklistStages } from '@/lib/domain/review/checklist';
import { requirementCodes } from '@/lib/domain/review/requirement';
import { lineSchema, momentSchema, pageOf, pageQuerySchema, personRefSchema } from './common';
import { settledConflictSchema } from './settled-conflicts';

const significanceSchema = z.enum(significances);
const breaksSchema = z.object({ senders: z.boolean(), readers: z.boolean() });
const countsSchema = z.record(significanceSchema, z.number().int());

/** The tabs of the list of change requests. */
export const changeRequestTabs = ['needs-me', 'mine', 'open', 'merged', 'closed'] as const;

export const listChangeRequestsQuerySchema = pageQuerySchema.extend({
  tab: z.enum(changeRequestTabs).default('open'),
  q: z.string().max(200).optional().describe('Words of the title, or a number'),
  item: itemIdSchema.optional().describe('Only requests that touch this item'),
});

/** One row of the list: what it is, how loud, what is missing. */
export const changeRequestRowSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  status: z.enum(changeRequestStatuses),
  origin: z.enum(changeRequestOrigins),
  author: personRefSchema,
  changes: z.number().int(),
  counts: countsSchema,
  /** What the summary says in words. */
  summary: z.string(),
  approvals: z.number().int(),
  blocking: z.array(personRefSchema),
  /** Unmet requirements in words. */
  missing: z.array(z.string()),
  unresolvedThreads: z.number().int(),
  conflicts: z.number().int(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
});
export type ChangeRequestRow = z.infer<typeof changeRequestRowSchema>;
export const changeRequestPageSchema = pageOf(changeRequestRowSchema);

export const createChangeRequestSchema = z.strictObject({
  title: lineSchema(200),
  reason: proseSchema.default(''),
  /** Items as they shall be; the base of each is the plan's present release. */
  items: z
    .array(
      z.strictObject({
        itemId: itemIdSchema.optional(),
        kind: itemKindSchema,
        namespace: namespaceSchema.default(null),
        name: itemNameSchema,
        content: z.record(z.string(), z.json()),
      }),
    )
    .max(1_000)
    .default([]),
  /** Sends it for review at once. */
  submit: z.boolean().default(false),
});

export const updateChangeRequestSchema = z.strictObject({
  title: lineSchema(200).optional(),
  reason: proseSchema.optional(),
});

export const requirementViewSchema = z.object({
  code: z.enum(requirementCodes),
  key: z.string(),
  words: z.string(),
  met: z.boolean(),
  who: z.object({ userIds: z.array(z.string()), words: z.string() }),
  how: z.string(),
  itemIds: z.array(z.string()),
});
export type RequirementView = z.infer<typeof requirementViewSchema>;

/** A move the reader may or may not make, and why not. */
export const moveViewSchema = z.object({ move: z.string(), enabled: z.boolean(), whyNot: z.string().nullable() });
export type MoveView = z.infer<typeof moveViewSchema>;

/** One changed item in the tree of a review. */
export const changeRowSchema = z.object({
  itemId: z.string(),
  kind: itemKindSchema,
  name: z.string(),
  operation: z.enum(['added', 'changed', 'removed']),
  significance: significanceSchema,
  significances: z.array(significanceSchema),
  breaks: breaksSchema,
  /** Changed fields, by label. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), significance: significanceSchema })),
  version: z.string().nullable(),
  /** The version the plan holds; `null` for a new item. */
  versionBefore: z.string().nullable(),
  digest: z.string(),
  baseDigest: z.string().nullable(),
  approvedBy: z.array(z.string()),
  editedBy: z.array(z.string()),
  unresolvedThreads: z.number().int(),
  conflict: z.boolean(),
});
export type ChangeRow = z.infer<typeof changeRowSchema>;

export const verdictViewSchema = z.object({
  id: z.string(),
  reviewer: personRefSchema,
  kind: z.enum(verdictKinds),
  /** Markdown; people stand in it as `@` and their id. */
  body: z.string(),
  mentions: z.array(personRefSchema),
  at: momentSchema,
  covers: z.number().int(),
  /** Items it covered that were edited or moved since. */
  voided: z.array(z.object({ itemId: z.string(), name: z.string() })),
  lifted: z
    .object({ kind: z.enum(['withdrawn', 'dismissed']), by: z.string(), reason: z.string(), at: momentSchema })
    .nullable(),
  /** Why it does not count, when it does not. */
  discounted: z.string().nullable(),
});
export type VerdictView = z.infer<typeof verdictViewSchema>;

export const impactViewSchema = z.object({
  words: z.string(),
  consumers: z.array(
    z.object({
      itemId: z.string(),
      name: z.string(),
      type: z.string(),
      why: z.string(),
      owner: z.string().nullable(),
      link: z.string().nullable(),
      running: z.boolean(),
    }),
  ),
  owners: z.array(z.string()),
  sources: z.array(z.object({ itemId: z.string(), name: z.string(), why: z.string() })),
  watchers: z.array(z.string()),
});
export type ImpactView = z.infer<typeof impactViewSchema>;

export const findingViewSchema = z.object({
  rule: z.string(),
  severity: z.string(),
  itemId: z.string(),
  name: z.string(),
  field: z.string().nullable(),
  words: z.string(),
  /** Why it neither warns nor blocks: its item is older than the conventions, or somebody answers for it until a day. */
  excuse: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('grandfathered') }),
      z.object({
        kind: z.literal('suppressed'),
        id: z.string(),
        by: z.string(),
        reason: z.string(),
        until: z.string(),
      }),
    ])
    .nullable(),
});
export type FindingView = z.infer<typeof findingViewSchema>;

export const activityViewSchema = z.object({
  ...{ id: z.string(), at: momentSchema, who: z.string(), words: z.string() },
  /** Where it decided conflicts: nothing that anybody wrote is lost by that. */
  settled: z.array(settledConflictSchema),
});

/** A request at the other side of a split, and how many items went from the one to the other. */
const splitRefSchema = z.object({ number: z.number().int(), title: z.string(), items: z.number().int() });

/** Everything a review shows but the diffs, which come item by item. */
export const changeRequestViewSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  reason: z.string(),
  status: z.enum(changeRequestStatuses),
  origin: z.enum(changeRequestOrigins),
  author: personRefSchema,
  takenOverBy: personRefSchema.nullable(),
  contributors: z.array(personRefSchema),
  reviewers: z.array(personRefSchema),
  /** The same people with the team that was asked and the person in whose stead they are. */
  asks: z.array(
    z.object({
      person: personRefSchema,
      team: z.object({ id: z.string(), name: z.string() }).nullable(),
      standsInFor: personRefSchema.nullable(),
      at: momentSchema,
      mayTakeOver: z.boolean(),
    }),
  ),
  baseRelease: z.number().int(),
  headRelease: z.number().int(),
  mergedRelease: z.number().int().nullable(),
  lockVersion: z.number().int(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  submittedAt: momentSchema.nullable(),
  counts: countsSchema,
  summary: z.string(),
  changes: z.array(changeRowSchema),
  /** Items that say what they said but use something that changes. */
  affected: z.array(
    z.object({ itemId: z.string(), name: z.string(), significance: significanceSchema, why: z.string() }),
  ),
  affectedTotal: z.number().int(),
  requirements: z.array(requirementViewSchema),
  moves: z.array(moveViewSchema),
  verdicts: z.array(verdictViewSchema),
  impact: impactViewSchema,
  /** Who hears of it, once each, when the reader merges it as it is; nobody once it is finished. */
  told: z.array(personRefSchema),
  findings: z.array(findingViewSchema),
  /** Requests that items were left for, and the one that left items for this one. */
  followUps: z.array(splitRefSchema),
  followUpOf: splitRefSchema.nullable(),
  /** Lines of the plan's checklist, with who ticked them. */
  checklist: z.array(
    z.object({
      id: z.string(),
      words: z.string(),
      required: z.enum(checklistStages),
      tick: z.object({ by: z.string(), at: momentSchema }).nullable(),
    }),
  ),
  mayTick: z.boolean(),
  alsoOpen: z.array(z.object({ number: z.number().int(), title: z.string(), itemIds: z.array(z.string()) })),
  activity: z.array(activityViewSchema),
  conflicts: z.number().int(),
});
export type ChangeRequestView = z.infer<typeof changeRequestViewSchema>;

/** One difference as the diff shows it: words, raw sides, and its class with the reason. */
export const differenceViewSchema = z.object({
  type: z.enum(['item-added', 'item-removed', 'field-changed', 'member-added', 'member-removed', 'member-changed']),
  field: z.string().nullable(),
  member: z.string().nullable(),
  part: z.string().nullable(),
  label: z.string(),
  prose: z.boolean(),
  /** Both sides as a person reads them; `null` where there is none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  sentence: z.string(),
  significance: significanceSchema,
  significances: z.array(significanceSchema),
  breaks: breaksSchema,
  why: z.string(),
  consequence: z.string(),
  claimable: z.boolean(),
  claimed: z.boolean(),
});
export type DifferenceView = z.infer<typeof differenceViewSchema>;

/** One changed item with its diff. */
export const changeViewSchema = z.object({
  itemId: z.string(),
  kind: itemKindSchema,
  name: z.string(),
  operation: z.enum(['added', 'changed', 'removed']),
  digest: z.string(),
  baseDigest: z.string().nullable(),
  before: itemSchema.nullable(),
  /** As proposed; `null` when it is to be removed. */
  after: itemSchema.nullable(),
  differences: z.array(differenceViewSchema),
  via: z.array(z.object({ itemId: z.string(), name: z.string(), why: z.string(), significance: significanceSchema })),
  findings: z.array(findingViewSchema),
  /** Names of the items that its ids stand for. */
  names: z.record(z.string(), z.string()),
});
export type ChangeView = z.infer<typeof changeViewSchema>;

/**
 * An edit of one item within a request. `fields` holds whole new values by field key; `expected` holds what the editor saw
 * in each of them, so that two people who edit different fields both win and the same field is refused, never overwritten.
 */
export const editChangeSchema = z.strictObject({
  fields: z.record(z.string(), z.json()),
  expected: z.record(z.string(), z.json()).default({}),
  /** Prose fields whose edit is declared to be a clarification; absent leaves the claims as they are. */
  claims: z
    .array(
      z.strictObject({
        field: z.string(),
        member: z.string().nullable().default(null),
        part: z.string().nullable().default(null),
      }),
    )
    .optional(),
});

/** A new item proposed in a request. */
export const addItemSchema = z.strictObject({
  itemId: itemIdSchema.optional().describe('Of an item that is new to everybody, or that this request had before'),
  kind: itemKindSchema,
  namespace: namespaceSchema.default(null),
  name: itemNameSchema,
  content: z.record(z.string(), z.json()).default({}),
});

export const coverSchema = z.strictObject({
  itemId: itemIdSchema,
  digest: z.string(),
  baseDigest: z.string().nullable(),
});
export const approveSchema = z.strictObject({
  /** Exactly the changes that were read; `null` covers all that the reader may approve, as they stand in `lockVersion`. */
  covers: z.array(coverSchema).min(1).max(10_000).nullable().default(null),
  body: proseSchema.default(''),
});
export const requestChangesSchema = z.strictObject({ body: proseSchema.min(1, 'Say what has to change') });
/** A comment on the whole request; it may be empty when comments that were kept go out with it. */
export const commentSchema = z.strictObject({ body: proseSchema.default('') });
export const closeSchema = z.strictObject({ reason: proseSchema.default('') });
export const liftVerdictSchema = z.strictObject({ reason: proseSchema.default('') });
export const acknowledgeSchema = z.strictObject({ consumerId: itemIdSchema });
/** Which claimed clarification does change the meaning. */
export const overturnClaimSchema = z.strictObject({
  itemId: itemIdSchema,
  field: z.string().max(200),
  member: z.string().nullable().default(null),
  part: z.string().nullable().default(null),
});
export const emptyBodySchema = z.strictObject({});

/** What a merge made. */
export const mergedViewSchema = z.object({ release: z.number().int(), changes: z.number().int(), summary: z.string() });
