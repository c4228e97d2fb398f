import 'server-only';
import * as z from 'zod';
import { termAnchor } from '../domain/glossary/link-terms';
import { ownerSchema } from '../domain/plan/parts';
import type { Tx } from '../infra/db/transaction';
import { type AuditEntry, listAudit } from './audit';
import { listTerms, listTermsEver, type Term } from './glossary';
import { type At, momentAsOf, type PlanRef } from './read-plan-at';

/** What an entry of the record says of a term before or after it. */
const saidSchema = z.object({
  term: z.string(),
  definition: z.string(),
  aliases: z.array(z.string()),
  owner: ownerSchema.nullable().catch(null),
});
export type TermSaid = z.infer<typeof saidSchema>;

/** The glossary that explains a state of a plan: today's of the current release, else that of the moment it is about. */
export async function listTermsAsOf(tx: Tx, plan: PlanRef, at: At): Promise<Term[]> {
  const moment = await momentAsOf(tx, plan, at);
  return moment ? listTermsAt(tx, plan.workspaceId, plan.id, moment) : listTerms(tx, plan.workspaceId, plan.id);
}

/**
 * The glossary of a plan as `listTerms` told it at a moment, from the record of changes: what the last entry of each
 * term until then says. A term that the record does not know at all is told as it is today, from its creation on.
 */
export async function listTermsAt(tx: Tx, workspaceId: string, planId: string, at: Date): Promise<Term[]> {
  const [rows, entries] = await Promise.all([
    listTermsEver(tx, workspaceId, planId, at),
    lastEntries(tx, workspaceId, planId, at),
  ]);
  const lastOf = new Map(entries.map((entry) => [entry.id, entry]));
  return inOrder(
    tx,
    rows.flatMap((row) => termThen(row, lastOf.get(row.id), at) ?? []),
  );
}

interface LastEntry {
  readonly id: string;
  /** Null when there is none until then. */
  readonly at: Date | null;
  readonly said: unknown;
  readonly byId: string | null;
  readonly byName: string | null;
  /** How many there are since. */
  readonly later: number;
}

/** Of each term the last entry until a moment; each is one step in the index over the activity of one thing. */
function lastEntries(tx: Tx, workspaceId: string, planId: string, at: Date): Promise<LastEntry[]> {
  return tx.$queryRaw<LastEntry[]>`
    select t.id, last.at, last.said, u.id as "byId", u.name as "byName", (
      select count(*)::int from audit_entries e
      where e.workspace_id = t.workspace_id and e.subject_kind = 'glossary' and e.subject_id = t.id and e.at > ${at}
    ) as later
    from glossary_terms t
    left join lateral (
      select e.at, e.actor_id, e.detail -> 'to' as said from audit_entries e
      where e.workspace_id = t.workspace_id and e.subject_kind = 'glossary' and e.subject_id = t.id and e.at <= ${at}
      order by e.seq desc limit 1
    ) last on true
    left join users u on u.id = last.actor_id
    where t.workspace_id = ${workspaceId} and t.plan_id = ${planId} and t.created_at <= ${at}`;
}

function termThen(row: Term, last: LastEntry | undefined, at: Date): Term | undefined {
  if (!last?.at) {
    const isUnrecorded = last?.later === 0 && (row.deletedAt === null || row.deletedAt > at);
    return isUnrecorded ? { ...row, deletedAt: null } : undefined;
  }
  const said = saidIn(last.said);
  if (!said) return undefined;
  const { byId, byName } = last;
  return {
    ...{ id: row.id, ...said, foldedKey: termAnchor(said.term), deletedAt: null },
    ...{ lockVersion: row.lockVersion - last.later, updatedAt: last.at },
    updatedBy: byId !== null && byName !== null ? { id: byId, name: byName } : row.updatedBy,
  };
}

/** In the order of `listTerms`, which is the database's own. */
async function inOrder(tx: Tx, terms: readonly Term[]): Promise<Term[]> {
  if (terms.length < 2) return [...terms];
  const byId = new Map(terms.map((term) => [term.id, term]));
  const ids = [...byId.keys()];
  const keys = terms.map(({ foldedKey }) => foldedKey);
  const sorted = await tx.$queryRaw<{ id: string }[]>`
    select id from unnest(${ids}::text[], ${keys}::text[]) as t (id, key) order by key, id`;
  return sorted.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What the record tells of one term until a moment, newest first. */
export async function listTermEntries(
  tx: Tx,
  workspaceId: string,
  { id, until, limit }: { readonly id: string; readonly until: Date | undefined; readonly limit: number },
): Promise<{ readonly items: readonly TermEntry[]; readonly total: number }> {
  const { items, total } = await listAudit(tx, workspaceId, {
    ...{ subjectKind: 'glossary', subjectId: id, limit, cursor: undefined },
    // The record asks for what was before a moment; the last of them counts here.
    until: until && new Date(until.getTime() + 1),
  });
  const told = ({ at, actorId, action, detail }: AuditEntry) => ({
    ...{ at, actorId, action },
    from: saidIn(detail.from),
    to: saidIn(detail.to),
  });
  return { items: items.map(told), total };
}

/** One change of a term: what was said of it before and after; null is nothing, since it was not there. */
export interface TermEntry extends Pick<AuditEntry, 'at' | 'actorId' | 'action'> {
  readonly from: TermSaid | null;
  readonly to: TermSaid | null;
}

function saidIn(value: unknown): TermSaid | null {
  return saidSchema.safeParse(value).data ?? null;
}
