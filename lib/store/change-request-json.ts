import 'server-only';
import type { Item } from '../domain/plan/item';
import type {
  ChangeRequest,
  ChangeRequestStatus,
  StoredChange,
  VerdictKind,
  VerdictLift,
} from '../domain/review/change-request';
import { Prisma } from '../infra/db/generated/client';
import { wordOf } from './words';

/** A change request as the rules see it, with its moments as ISO texts. */
export interface LoadedChangeRequest extends ChangeRequest {
  readonly originDetail: unknown;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  readonly mergedAt: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly closeReason: string | null;
}

/** A column, named in this file only, as the ISO text of its moment. */
function iso(column: `${'cr' | 'a' | 'o' | 'v' | 'l' | 't'}.${string}_at`): Prisma.Sql {
  return Prisma.sql`to_char(${Prisma.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const changes = Prisma.sql`(select coalesce(json_agg(json_build_object('id', c.id, 'itemId', c.item_id,
  'operation', c.operation, 'kind', c.kind, 'namespace', c.namespace, 'name', c.name, 'content', c.content,
  'baseRevisionId', c.base_revision_id, 'baseDigest', c.base_digest, 'digest', c.digest, 'claims', c.claims,
  'editedBy', c.edited_by, 'wordingOf', c.wording_of) order by c.position, c.id), '[]')
  from changes c where c.change_request_id = cr.id)`;

const verdicts = Prisma.sql`(select coalesce(json_agg(json_build_object('id', v.id, 'reviewerId', v.reviewer_id,
  'kind', v.kind, 'body', v.body, 'at', ${iso('v.created_at')}, 'covers', (
    select coalesce(json_agg(json_build_object('itemId', k.item_id, 'digest', k.digest, 'baseDigest', k.base_digest)
      order by k.item_id), '[]') from verdict_covers k where k.verdict_id = v.id)
  ) order by v.created_at, v.id), '[]') from verdicts v where v.change_request_id = cr.id)`;

const lifts = Prisma.sql`(select coalesce(json_agg(json_build_object('id', l.id, 'verdictId', l.verdict_id, 'kind', l.kind,
  'by', l.by_user_id, 'reason', l.reason, 'at', ${iso('l.created_at')}) order by l.created_at, l.id), '[]')
  from verdict_lifts l join verdicts v on v.id = l.verdict_id where v.change_request_id = cr.id)`;

/** A row `cr` of change_requests with everything said about it, as one JSON value. */
export const requestJson = Prisma.sql`json_build_object(
  'id', cr.id, 'number', cr.number, 'planId', cr.plan_id, 'title', cr.title, 'reason', cr.reason, 'status', cr.status,
  'origin', cr.origin, 'originDetail', cr.origin_detail, 'authorId', cr.author_id, 'baseRelease', cr.base_release,
  'lockVersion', cr.lock_version, 'takenOverBy', cr.taken_over_by_id, 'mergedRelease', cr.merged_release,
  'createdAt', ${iso('cr.created_at')}, 'updatedAt', ${iso('cr.updated_at')},
  'submittedAt', ${iso('cr.submitted_at')}, 'mergedAt', ${iso('cr.merged_at')}, 'closedAt', ${iso('cr.closed_at')},
  'closedBy', cr.closed_by_id, 'closeReason', cr.close_reason,
  'changes', ${changes}, 'verdicts', ${verdicts}, 'lifts', ${lifts},
  'contributors', (select coalesce(json_agg(user_id order by first, user_id), '[]') from (
    select user_id, min(created_at) as first from contributors where change_request_id = cr.id group by user_id) as people),
  'acknowledgements', (select coalesce(json_agg(json_build_object('id', a.id, 'consumerId', a.item_id, 'userId', a.user_id,
    'covers', a.covers, 'at', ${iso('a.created_at')}) order by a.created_at, a.id), '[]')
    from acknowledgements a where a.change_request_id = cr.id),
  'overturns', (select coalesce(json_agg(json_build_object('itemId', o.item_id, 'field', o.field, 'member', o.member,
    'part', o.part, 'by', o.by_user_id, 'at', ${iso('o.created_at')}) order by o.created_at, o.id), '[]')
    from claim_overturns o where o.change_request_id = cr.id),
  'ticks', (select coalesce(json_agg(json_build_object('lineId', t.line_id, 'words', t.words, 'by', t.user_id,
    'at', ${iso('t.created_at')}) order by t.created_at, t.line_id), '[]')
    from checklist_ticks t where t.change_request_id = cr.id),
  'reviewerIds', (select coalesce(json_agg(user_id order by created_at, user_id), '[]')
    from review_requests where change_request_id = cr.id and user_id is not null and removed_at is null)
)`;

type DbEnum<W extends string> = W extends `${infer A}-${infer B}` ? `${Uppercase<A>}_${DbEnum<B>}` : Uppercase<W>;

interface StoredRow extends Pick<StoredChange, 'id' | 'itemId' | 'digest' | 'claims' | 'editedBy' | 'wordingOf'> {
  readonly operation: Uppercase<StoredChange['operation']>;
  readonly kind: Item['kind'];
  readonly namespace: string | null;
  readonly name: string;
  readonly content: Item['content'] | null;
  readonly baseRevisionId: string | null;
  readonly baseDigest: string | null;
}

type StoredRequest = Omit<LoadedChangeRequest, 'status' | 'changes' | 'verdicts' | 'lifts'> & {
  readonly status: DbEnum<ChangeRequestStatus>;
  readonly changes: readonly StoredRow[];
  readonly verdicts: readonly (Omit<ChangeRequest['verdicts'][number], 'kind'> & {
    readonly kind: DbEnum<VerdictKind>;
  })[];
  readonly lifts: readonly (Omit<VerdictLift, 'kind'> & { readonly kind: Uppercase<VerdictLift['kind']> })[];
};

/** A change request from the JSON text that `requestJson` selects. */
export function parseRequest(text: string): LoadedChangeRequest {
  const stored = JSON.parse(text) as StoredRequest;
  return {
    ...stored,
    status: wordOf(stored.status),
    changes: stored.changes.map(toChange),
    verdicts: stored.verdicts.map((verdict) => ({ ...verdict, kind: wordOf(verdict.kind) })),
    lifts: stored.lifts.map((lift) => ({ ...lift, kind: wordOf(lift.kind) })),
  };
}

function toChange(row: StoredRow): StoredChange {
  const { operation, kind, namespace, name, content, baseRevisionId, baseDigest, ...rest } = row;
  const item = content === null ? null : { id: row.itemId, kind, namespace, name, content };
  const base = baseRevisionId === null ? null : { revisionId: baseRevisionId, digest: baseDigest };
  // The checks of the table say which of item and base are there for each operation.
  return { ...rest, operation: wordOf(operation), item, base } as StoredChange;
}
