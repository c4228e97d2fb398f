import 'server-only';
import * as z from 'zod';
import type { ChangeRequestView, ChangeRow, VerdictView } from '@/lib/contracts/change-requests';
import { type SettledConflictView, settledConflictSchema } from '@/lib/contracts/settled-conflicts';
import type { Actor } from '@/lib/domain/access/actor';
import { recipientsOfMerge } from '@/lib/domain/impact/recipients-of-merge';
import { versionText } from '@/lib/domain/plan/item';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import { allowedMoves } from '@/lib/domain/review/allowed-moves';
import { approversByItem, countingStates, coverKey } from '@/lib/domain/review/approvals';
import type { World } from '@/lib/domain/review/assess';
import { tickOf } from '@/lib/domain/review/checklist';
import { mentionsIn } from '@/lib/domain/review/mentions';
import { mayEdit } from '@/lib/domain/review/move';
import { personName, teamName } from '@/lib/domain/review/people';
import { coverableBy, isContributor } from '@/lib/domain/review/rights';
import { mayBeAsked } from '@/lib/domain/review/suggest-reviewers';
import type { ItemChange } from '@/lib/domain/significance/classified';
import { loudest } from '@/lib/domain/significance/effects';
import { summaryOf } from '@/lib/domain/significance/summary-of';
import type { Tx } from '@/lib/infra/db/transaction';
import { listAudit } from '@/lib/store/audit';
import type { LoadedChangeRequest } from '@/lib/store/change-request-json';
import { readChangeRequest } from '@/lib/store/change-requests';
import { listOpenTouching } from '@/lib/store/changes';
import type { Plan } from '@/lib/store/plans';
import { listRequestSplits, type RequestSplit } from '@/lib/store/request-splits';
import { listAsks } from '@/lib/store/review-asks';
import { listThreads } from '@/lib/store/threads';
import { type Evaluation, evaluate, ownChanges } from './evaluate';
import { findingView } from './finding-view';
import { impactView } from './impact-view';
import { namesIn } from './world';

/** A request with its plan and the world around it, as a reader finds them. */
export interface Found {
  readonly plan: Plan;
  readonly request: LoadedChangeRequest;
  readonly world: World;
}

/** More than this many affected items are counted, not listed. */
const affectedShown = 50;

/** Everything a review shows but the diffs, as `actor` may see it, of a request that was just written. */
export async function requestView(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  number: number,
  world: World,
): Promise<ChangeRequestView> {
  const request = await readChangeRequest(tx, actor.workspaceId, plan.id, number);
  if (!request) throw new Error(`change request ${number} of plan ${plan.id} is gone`);
  return viewOf(tx, actor, { plan, request, world }, await evaluate(tx, actor.workspaceId, request, world));
}

/** Everything a review shows but the diffs, as `actor` may see it, of a request as it was read and judged. */
export async function viewOf(
  tx: Tx,
  actor: Actor,
  { plan, request, world }: Found,
  evaluation: Evaluation,
): Promise<ChangeRequestView> {
  const { people } = world;
  const threads = await listThreads(tx, actor.workspaceId, { changeRequestId: request.id, readerId: actor.userId });
  const audit = await listAudit(tx, actor.workspaceId, {
    subjectKind: 'change-request',
    subjectId: request.id,
    limit: 100,
  });
  const changedIds = request.changes.map((change) => change.itemId);
  const finished = request.status === 'merged' || request.status === 'closed';
  const splits = await listRequestSplits(tx, actor.workspaceId, request.id);
  const alsoOpen = finished ? [] : await listOpenTouching(tx, actor.workspaceId, plan.id, changedIds, request.id);
  const left = splits.flatMap(({ from, itemIds }) => (from.number === request.number ? itemIds : []));
  const affected = evaluation.itemChanges.filter((change) => change.operation === 'affected');
  const own = ownChanges(evaluation.itemChanges);
  const person = world.people.persons.get(actor.userId);
  const coverable = person ? coverableBy(person, request, world.head, world.policy).length : 0;
  const summary = summaryOf(own);
  const asks = await listAsks(tx, actor.workspaceId, request.id);
  const mates = new Set(person && !finished && mayBeAsked(request, person) ? person.teamIds : []);
  const named = (id: string) => ({ id, name: personName(people, id) });
  return {
    id: request.id,
    number: request.number,
    title: request.title,
    reason: request.reason,
    status: request.status,
    origin: request.origin,
    author: named(request.authorId),
    takenOverBy: request.takenOverBy === null ? null : named(request.takenOverBy),
    contributors: request.contributors.map(named),
    reviewers: request.reviewerIds.map(named),
    asks: asks.map(({ userId, viaTeamId, forUserId, at }) => ({
      person: named(userId),
      team: viaTeamId === null ? null : { id: viaTeamId, name: teamName(people, viaTeamId) },
      standsInFor: forUserId === null ? null : named(forUserId),
      at: at.toISOString(),
      mayTakeOver: viaTeamId !== null && userId !== actor.userId && mates.has(viaTeamId),
    })),
    baseRelease: request.baseRelease,
    headRelease: plan.headRelease,
    mergedRelease: request.mergedRelease,
    lockVersion: request.lockVersion,
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    submittedAt: request.submittedAt,
    counts: {
      breaking: summary.breaking,
      meaning: summary.meaning,
      additive: summary.additive,
      editorial: summary.editorial,
    },
    summary: summary.words,
    changes: rowsOf(request, evaluation, world, own, threads),
    affected: affected.slice(0, affectedShown).map((change) => ({
      itemId: change.itemId,
      name: change.name,
      significance: change.significance,
      why: change.via[0]?.why ?? '',
    })),
    affectedTotal: affected.length,
    requirements: evaluation.requirements.map((requirement) => ({
      ...requirement,
      who: { ...requirement.who, userIds: [...requirement.who.userIds] },
      itemIds: [...requirement.itemIds],
    })),
    moves: person
      ? allowedMoves(request, person, evaluation.requirements, coverable, world.policy).map(
          ({ move, enabled, whyNot }) => ({
            move,
            enabled,
            whyNot: enabled ? null : whyNot,
          }),
        )
      : [],
    verdicts: request.verdicts.map((verdict) => verdictView(verdict, request, world, new Set(left))),
    followUps: splits.flatMap(({ from, followUp, itemIds }) =>
      from.number === request.number ? [{ ...followUp, items: itemIds.length }] : [],
    ),
    followUpOf: followUpOf(splits, request.number),
    impact: impactView(evaluation.impact, evaluation.before, people),
    told: finished ? [] : toldOf(request, actor, evaluation, world).map(named),
    findings: evaluation.findings.map((finding) => findingView(finding, evaluation.after, people)),
    checklist: (world.checklist ?? []).map((line) => {
      const tick = tickOf(line, request);
      return { ...line, tick: tick ? { by: personName(people, tick.by), at: tick.at } : null };
    }),
    mayTick: person !== undefined && !finished && mayEdit(request, person),
    alsoOpen: alsoOpen.map(({ number: other, title, itemIds }) => ({ number: other, title, itemIds })),
    activity: audit.items
      .flatMap((entry) => {
        const at = { id: String(entry.seq), at: entry.at.toISOString() };
        if (entry.action === 'change-request.status-changed') {
          const words = statusNews(entry.detail);
          return words === null ? [] : [{ ...at, who: 'Waymark', words, settled: [] }];
        }
        const who = entry.actorId ? personName(people, entry.actorId) : 'Waymark';
        return [{ ...at, who, words: wordsIn(entry.detail), settled: settledIn(entry.detail) }];
      })
      .reverse(),
    conflicts: evaluation.movedItemIds.length,
  };
}

/** Who hears of it when the reader merges it, by name. */
function toldOf(request: LoadedChangeRequest, actor: Actor, { impact }: Evaluation, world: World): string[] {
  const merge = { requestId: request.id, authorId: request.authorId, mergedBy: actor.userId };
  const ids = recipientsOfMerge(impact, merge, world.watchers, world.people).map(({ userId }) => userId);
  return ids.toSorted((a, b) => personName(world.people, a).localeCompare(personName(world.people, b), 'en'));
}

const settledSchema = z.array(settledConflictSchema);

/** What both sides of decided conflicts said; entries of before it was kept have none. */
function settledIn({ settled }: Readonly<Record<string, unknown>>): SettledConflictView[] {
  return settledSchema.safeParse(settled).data ?? [];
}

/** The request that left items for this one. */
function followUpOf(splits: readonly RequestSplit[], number: number): ChangeRequestView['followUpOf'] {
  const split = splits.find(({ followUp }) => followUp.number === number);
  return split ? { ...split.from, items: split.itemIds.length } : null;
}

/** What a new state tells beyond the move that led to it; `null` where the move has said it already. */
function statusNews({ from, to }: Readonly<Record<string, unknown>>): string | null {
  if (to === 'approved') return 'found every requirement met';
  return from === 'approved' && to === 'in-review' ? 'found a requirement unmet again' : null;
}

function wordsIn(detail: Readonly<Record<string, unknown>>): string {
  return typeof detail.words === 'string' ? detail.words : 'changed it';
}

function rowsOf(
  request: LoadedChangeRequest,
  evaluation: Evaluation,
  world: World,
  own: readonly ItemChange[],
  threads: readonly { readonly itemId: string | null; readonly resolvedAt: Date | null }[],
): ChangeRow[] {
  const approvers = approversByItem(request, world.policy, world.people);
  const byItem = new Map(own.map((change) => [change.itemId, change]));
  const moved = new Set(evaluation.movedItemIds);
  const open = new Map<string, number>();
  for (const thread of threads)
    if (thread.itemId && !thread.resolvedAt) open.set(thread.itemId, (open.get(thread.itemId) ?? 0) + 1);
  const rows = request.changes.map((change): ChangeRow => {
    const item = byItem.get(change.itemId);
    const before = evaluation.before.items.get(change.itemId);
    return {
      itemId: change.itemId,
      kind: item?.kind ?? change.item?.kind ?? before?.kind ?? 'event',
      name: item?.name ?? change.item?.name ?? before?.name ?? change.itemId,
      operation: change.operation === 'create' ? 'added' : change.operation === 'remove' ? 'removed' : 'changed',
      significance: item?.own ?? 'editorial',
      significances: item ? [...item.significances] : [],
      breaks: item?.breaks ?? { senders: false, readers: false },
      fields: item ? fieldsIn(item) : [],
      version: item?.version ? versionText(item.version) : null,
      versionBefore: before ? versionText(before.version) : null,
      digest: change.digest,
      baseDigest: change.base?.digest ?? null,
      approvedBy: [...(approvers.get(change.itemId)?.values() ?? [])].map((person) => person.name),
      editedBy: change.editedBy.map((id) => personName(world.people, id)),
      unresolvedThreads: open.get(change.itemId) ?? 0,
      conflict: moved.has(change.itemId),
    };
  });
  // Events are what a request is about; what they carry follows. Within a kind the order of the request stays.
  return rows.sort((a, b) => itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind));
}

function fieldsIn(change: ItemChange): ChangeRow['fields'] {
  const byField = new Map<string, ItemChange['differences'][number][]>();
  for (const one of change.differences) {
    if (!('field' in one.difference)) continue;
    byField.set(one.difference.field, [...(byField.get(one.difference.field) ?? []), one]);
  }
  return [...byField].map(([field, list]) => ({
    field,
    label: fieldOf(change.kind, field)?.label ?? field,
    significance: loudest(list.flatMap((one) => one.significances)),
  }));
}

function verdictView(
  verdict: LoadedChangeRequest['verdicts'][number],
  request: LoadedChangeRequest,
  world: World,
  /** Items that were left for a follow-up request, where the verdict goes on. */
  left: ReadonlySet<string>,
): VerdictView {
  const { people, policy } = world;
  const names = namesIn([world.head], people);
  const byItem = new Map(request.changes.map((change) => [change.itemId, change]));
  const covers = verdict.covers.filter(({ itemId }) => byItem.has(itemId) || !left.has(itemId));
  const voided = covers.filter((cover) => {
    const change = byItem.get(cover.itemId);
    return !change || !countingStates(change, policy).includes(coverKey(cover));
  });
  const lift = request.lifts.find((one) => one.verdictId === verdict.id);
  const reviewer = people.persons.get(verdict.reviewerId);
  const discounted =
    verdict.kind !== 'approve'
      ? null
      : isContributor(request, verdict.reviewerId)
        ? 'They contributed to it, so their approval does not count.'
        : !reviewer || reviewer.role === 'viewer'
          ? 'They are a viewer by now, so their approval does not count.'
          : null;
  return {
    id: verdict.id,
    reviewer: { id: verdict.reviewerId, name: personName(people, verdict.reviewerId) },
    kind: verdict.kind,
    body: verdict.body,
    mentions: mentionsIn(verdict.body).map((id) => ({ id, name: personName(people, id) })),
    at: verdict.at,
    covers: covers.length,
    voided:
      request.status === 'merged' || verdict.kind !== 'approve'
        ? []
        : voided.map((cover) => ({
            itemId: cover.itemId,
            name: byItem.get(cover.itemId)?.item?.name ?? names(cover.itemId),
          })),
    lifted: lift ? { kind: lift.kind, by: personName(people, lift.by), reason: lift.reason, at: lift.at } : null,
    discounted,
  };
}
