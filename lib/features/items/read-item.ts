import 'server-only';
import { differenceView } from '@/lib/contracts/difference-view';
import type { ItemView, MeaningChange } from '@/lib/contracts/items';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { describeDifference } from '@/lib/domain/diff/describe';
import { type Revision, versionText } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { referencesOf } from '@/lib/domain/plan/references';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { confusableEvents } from '@/lib/domain/plan-query/confusable';
import { exampleFaults } from '@/lib/domain/plan-query/example-faults';
import { examplePayload } from '@/lib/domain/plan-query/example-payload';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { easilyConfused } from '@/lib/domain/plan-query/nearest';
import { revisionSteps } from '@/lib/domain/significance/revision-steps';
import { prisma } from '@/lib/infra/db/client';
import { readPattern } from '@/lib/infra/patterns';
import { ok, type Result } from '@/lib/kit/result';
import { listChangeRequests } from '@/lib/store/change-request-list';
import { readOwnerNames } from '@/lib/store/owner-names';
import { type PlanHistory, readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAt, readPlanAt } from '@/lib/store/read-plan-at';
import { listRevisions } from '@/lib/store/revisions';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { countWatchesOfItems } from '@/lib/store/watch-counts';
import type { ReadItemError } from './errors';
import { type FoundItem, findItem } from './find-item';
import { itemMissing } from './item-missing';
import { releaseRef } from './item-row';
import { consumersOf, propertiesOf, sourcesOf, usedBy } from './item-uses';

const unfinished = ['draft', 'in-review', 'changes-requested', 'approved'] as const;

/** An item by id, name, `namespace/name` or former name, with everything its page tells. */
export async function readItem(
  actor: Actor,
  input: { plan: string; item: string; at?: At; kind?: ItemKind | undefined },
): Promise<Result<ItemView, ReadItemError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const opened = await readPlanAt(tx, workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  const history = await readPlanHistory(tx, workspaceId, snapshot);
  const found = findItem(snapshot, history, input.item, input.kind) ?? (await findByLaterName(opened.value, input));
  if (!found) return itemMissing(tx, workspaceId, snapshot, input.item, input.kind);
  const { item } = found;
  const [owners, watches, requests, lastMeaningChange] = await Promise.all([
    readOwnerNames(tx, workspaceId),
    countWatchesOfItems(tx, workspaceId, plan.id, actor.userId, [item.id]),
    listChangeRequests(tx, workspaceId, { planId: plan.id, itemId: item.id, statuses: unfinished }, { limit: 20 }),
    readLastMeaningChange(workspaceId, snapshot, history, item),
  ]);
  const { owner, lifecycle } = item.content;
  const replacement = lifecycle.replacedBy === null ? undefined : snapshot.items.get(lifecycle.replacedBy);
  return ok({
    item: {
      id: item.id,
      kind: item.kind,
      namespace: item.namespace,
      name: item.name,
      content: item.content,
    } as ItemView['item'],
    version: versionText(item.version),
    digest: item.digest,
    revisionId: item.revisionId,
    release: snapshot.release,
    releasedAt: history.releasedAt.get(snapshot.release)?.toISOString() ?? null,
    headRelease: plan.headRelease,
    since: releaseRef(item.fromRelease, history),
    owner: owner && { ...owner, name: owners.nameOf(owner) },
    refs: refsOf(snapshot, item),
    sources: sourcesOf(snapshot, item),
    properties: propertiesOf(snapshot, item),
    madeExample: item.kind === 'event' ? examplePayload(snapshot, item, readPattern) : null,
    exampleFaults:
      item.kind === 'event'
        ? item.content.examples.map(({ payload }) => exampleFaults(snapshot, item, payload, readPattern))
        : [],
    usedBy: usedBy(snapshot, item),
    consumers: consumersOf(snapshot, item, owners),
    // A draft is its author's own until it is sent.
    openRequests: requests.items
      .filter((request) => request.status !== 'draft' || request.author.id === actor.userId)
      .map(({ number, title, status, author }) => ({ number, title, status, author })),
    watchers: watches.get(item.id)?.watchers ?? 0,
    watching: watches.get(item.id)?.watching ?? false,
    watchLevel: watches.get(item.id)?.level ?? null,
    lastMeaningChange,
    formerNames: (history.formerNames.get(item.id) ?? []).map((former) => ({
      namespace: former.namespace,
      name: former.name,
      until: former.untilRelease,
    })),
    easilyConfused: confusedWith(snapshot, item).map(mentionOf),
    replacedBy: replacement ? mentionOf(replacement) : null,
    lifecycle,
    renamedFrom: found.renamedFrom,
    others: found.others.slice(0, 10).map(mentionOf),
  });
}

/** What an item was before it got the name it is asked by: the address of a page stays while its release changes. */
async function findByLaterName(
  { plan, snapshot }: PlanAt,
  input: { item: string; kind?: ItemKind | undefined },
): Promise<FoundItem | undefined> {
  if (snapshot.release === plan.headRelease) return undefined;
  const head = await loadSnapshot(prisma(), plan.workspaceId, plan.id, plan.headRelease);
  const now = findItem(head, await readPlanHistory(prisma(), plan.workspaceId, head), input.item, input.kind);
  const item = now && snapshot.items.get(now.item.id);
  return item && { item, renamedFrom: null, others: [] };
}

function confusedWith(snapshot: Snapshot, item: Revision): readonly Revision[] {
  return item.kind === 'event'
    ? confusableEvents(snapshot, item, 4).map((one) => one.event)
    : easilyConfused(snapshot, item, 4);
}

function refsOf(snapshot: Snapshot, item: Revision): ItemView['refs'] {
  const refs = new Map(
    referencesOf(item).flatMap(({ itemId }) => {
      const other = snapshot.items.get(itemId);
      return other ? [[itemId, mentionOf(other)] as const] : [];
    }),
  );
  return Object.fromEntries(refs);
}

async function readLastMeaningChange(
  workspaceId: string,
  snapshot: Snapshot,
  history: PlanHistory,
  item: Revision,
): Promise<MeaningChange | null> {
  const number = history.meaningChangedIn.get(item.id);
  const release = releaseRef(number, history);
  if (number === undefined || !release) return null;
  const records = await listRevisions(prisma(), workspaceId, item.id);
  const step = revisionSteps(snapshot, records).find((one) => one.record.fromRelease === number);
  if (!step) return null;
  const names = (id: string) => snapshot.items.get(id)?.name ?? id;
  const loud = step.differences.filter((one) => one.significances.includes('meaning'));
  const told = loud.length > 0 ? loud : step.differences;
  const { number: request, title } = step.record.changeRequest;
  return {
    release,
    words: told.map((one) => describeDifference(one.difference, names).sentence).join('; '),
    consequence: loud[0]?.consequence ?? 'Numbers before and after are not comparable',
    differences: told.map((one) => differenceView(one, names)),
    changeRequest: { number: request, title },
  };
}
