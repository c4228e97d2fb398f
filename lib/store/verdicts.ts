import 'server-only';
import type { ChangeRequest, Verdict } from '../domain/review/change-request';
import type { Tx } from '../infra/db/transaction';
import { newId } from '../kit/id';
import { toJson } from './json';
import { enumOf } from './words';

/** Adds people to those who had a hand in a request; being there already is no error. */
export async function addContributors(
  tx: Tx,
  workspaceId: string,
  changeRequestId: string,
  people: readonly { readonly userId: string; readonly how: string }[],
  at: Date,
): Promise<void> {
  if (people.length === 0) return;
  const data = people.map((person) => ({ ...person, changeRequestId, workspaceId, createdAt: at }));
  await tx.contributor.createMany({ data, skipDuplicates: true });
}

/** Stores what was said since `before`: verdicts, their ends, acknowledgements and overturned claims. Nothing is ever edited. */
export async function addStatements(
  tx: Tx,
  workspaceId: string,
  before: ChangeRequest,
  after: ChangeRequest,
): Promise<void> {
  const about = { changeRequestId: before.id, workspaceId };
  const verdicts = added(before.verdicts, after.verdicts);
  if (verdicts.length > 0) {
    const data = verdicts.map(({ id, reviewerId, kind, body, at }) => ({
      ...{ id, reviewerId, body, ...about, kind: enumOf(kind), createdAt: new Date(at) },
    }));
    await tx.verdict.createMany({ data });
    for (const verdict of verdicts) await addCovers(tx, workspaceId, before.id, verdict);
  }
  const lifts = added(before.lifts, after.lifts);
  if (lifts.length > 0) {
    const data = lifts.map(({ id, verdictId, kind, by, reason, at }) => ({
      ...{ id, verdictId, workspaceId, kind: enumOf(kind), byUserId: by, reason, createdAt: new Date(at) },
    }));
    await tx.verdictLift.createMany({ data });
  }
  const acknowledgements = added(before.acknowledgements, after.acknowledgements);
  if (acknowledgements.length > 0) {
    const data = acknowledgements.map(({ id, consumerId, userId, covers, at }) => ({
      ...{
        id,
        ...about,
        planId: before.planId,
        itemId: consumerId,
        userId,
        covers: toJson(covers),
        createdAt: new Date(at),
      },
    }));
    await tx.acknowledgement.createMany({ data });
  }
  const overturns = after.overturns.slice(before.overturns.length);
  if (overturns.length > 0) {
    const data = overturns.map(({ itemId, field, member, part, by, at }) => ({
      ...{ id: newId('co'), ...about, itemId, field, member, part, byUserId: by, createdAt: new Date(at) },
    }));
    await tx.claimOverturn.createMany({ data });
  }
}

/** Brings the people asked to review from one list to another; a removed one can be asked again. */
export async function setReviewers(
  tx: Tx,
  workspaceId: string,
  changeRequestId: string,
  before: readonly string[],
  after: readonly string[],
  at: Date,
): Promise<void> {
  const asked = after.filter((userId) => !before.includes(userId));
  const removed = before.filter((userId) => !after.includes(userId));
  if (removed.length > 0) {
    const where = { changeRequestId, workspaceId, userId: { in: removed } };
    await tx.reviewRequest.updateMany({ where, data: { removedAt: at } });
  }
  if (asked.length === 0) return;
  const data = asked.map((userId) => ({
    id: newId('rr'),
    changeRequestId,
    workspaceId,
    userId,
    why: 'asked',
    createdAt: at,
  }));
  await tx.reviewRequest.createMany({ data, skipDuplicates: true });
  await tx.reviewRequest.updateMany({
    where: { changeRequestId, workspaceId, userId: { in: asked } },
    // Asked again, they have as much time as before and may be reminded again.
    data: { removedAt: null, createdAt: at, remindedAt: null, authorToldAt: null, viaTeamId: null, forUserId: null },
  });
}

async function addCovers(tx: Tx, workspaceId: string, changeRequestId: string, verdict: Verdict): Promise<void> {
  if (verdict.covers.length === 0) return;
  await tx.$executeRaw`
    insert into verdict_covers (verdict_id, workspace_id, item_id, digest, base_digest)
    select ${verdict.id}::text, ${workspaceId}::text, "itemId", digest, "baseDigest"
    from json_to_recordset(${JSON.stringify(verdict.covers)}::json) as r ("itemId" text, digest text, "baseDigest" text)`;
  // The wording that was read is kept once, so that a later review can show what changed since.
  await tx.$executeRaw`
    insert into reviewed_contents (workspace_id, digest, namespace, name, content)
    select distinct on (c.digest) c.workspace_id, c.digest, c.namespace, c.name, c.content
    from changes c join verdict_covers v on v.item_id = c.item_id and v.digest = c.digest
    where v.verdict_id = ${verdict.id} and c.change_request_id = ${changeRequestId} and c.workspace_id = ${workspaceId}
      and c.content is not null
    on conflict do nothing`;
}

function added<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id));
}
