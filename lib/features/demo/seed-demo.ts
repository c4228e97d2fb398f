import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { changesBetween } from '@/lib/domain/merge/changes-between';
import { canonicalItem, itemDigest } from '@/lib/domain/plan/canonical-item';
import type { Item, Revision } from '@/lib/domain/plan/item';
import { snapshotOf } from '@/lib/domain/plan/snapshot';
import { startRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { acknowledgeChangeRequest, approveChangeRequest } from '@/lib/features/change-requests/moves';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { createImport } from '@/lib/features/imports/create-import';
import { atMoment, now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { saveWatch } from '@/lib/store/watches';
import { buildDemoItems, demoItemId } from './build-items';
import { type Cast, storeCast } from './cast';
import { draftImport } from './draft-import';
import { type DemoRelease, demoReleases, demoStates } from './history';
import { demoJourneyTellings } from './journey';
import { demoOpenRequests, type Scene } from './open-requests';
import { demoReviewLife } from './tell-review-life';
import { demoTellings } from './tell-words';
import { demoWatches } from './watches';

const dayMs = 86_400_000;

/** Fills an instance with the shop Fern & Kettle; one that has it is left as it is. */
export async function seedDemo(): Promise<void> {
  const today = new Date(Math.floor(now().getTime() / dayMs) * dayMs);
  const daysAgo = (days: number, hour = 10) =>
    new Date(Math.min(today.getTime() - days * dayMs + hour * 3_600_000, now().getTime()));
  const cast = await storeCast(daysAgo(271));
  if (!cast) return;
  await watch(cast, daysAgo(265));
  const day = today.toISOString().slice(0, 10);
  const states = demoStates(buildDemoItems(cast.names, day));
  const openings = [...demoOpenRequests];
  const as = (name: string) => actorOf(cast, name);
  const tellings = [
    ...(await demoTellings(cast, as)),
    ...demoReviewLife(cast.plan, day, as),
    ...demoJourneyTellings(cast.plan, as),
  ].sort((one, other) => other.daysAgo - one.daysAgo);
  const tellUntil = async (days: number) => {
    for (let next = tellings[0]; next && next.daysAgo > days; next = tellings[0]) {
      await atMoment(daysAgo(next.daysAgo), next.run);
      tellings.shift();
    }
  };
  for (const [index, release] of demoReleases.entries()) {
    while (openings[0] && openings[0].daysAgo > release.daysAgo) await open(cast, openings.shift(), daysAgo);
    await tellUntil(release.daysAgo);
    const state = states[index];
    if (state) await merge(cast, release, state, daysAgo);
  }
  for (const opening of openings) {
    await tellUntil(opening.daysAgo);
    await open(cast, opening, daysAgo);
  }
  await tellUntil(0);
  await beginImport(cast, daysAgo);
}

async function beginImport(cast: Cast, daysAgo: Clock): Promise<void> {
  const { by, fileName, text } = draftImport;
  const upload = { fileName, stream: new Blob([text]).stream() };
  await atMoment(daysAgo(draftImport.daysAgo), async () =>
    must(await createImport(actorOf(cast, by), { plan: cast.plan, name: '' }, upload)),
  );
}

type Clock = (days: number, hour?: number) => Date;

async function merge(
  cast: Cast,
  release: DemoRelease,
  state: ReadonlyMap<string, Item>,
  daysAgo: Clock,
): Promise<void> {
  const author = actorOf(cast, release.author);
  const started = must(
    await atMoment(daysAgo(release.daysAgo, 9), () =>
      startRequest(author, {
        plan: cast.plan,
        title: release.title,
        reason: release.reason,
        origin: 'editor',
        submit: true,
        changes: (head) =>
          changesBetween(head, snapshotOf(head.planId, head.release, [...state.values()].map(asRevision))),
      }),
    ),
  );
  const at = daysAgo(release.daysAgo, 11);
  await atMoment(at, async () => {
    const approver = actorOf(cast, release.approver);
    let view = must(await approveAll(cast, approver, started));
    view = await meetWhatIsMissing(cast, view);
    must(await mergeChangeRequest(author, { plan: cast.plan, number: view.number }));
  });
}

/** Lets owners approve and acknowledge until nothing is missing. */
async function meetWhatIsMissing(cast: Cast, from: ChangeRequestView): Promise<ChangeRequestView> {
  let view = from;
  for (let turn = 0; turn < 20; turn += 1) {
    const missing = view.requirements.find((requirement) => !requirement.met);
    if (!missing) return view;
    const actor = [...cast.actors.values()].find((one) => missing.who.userIds.includes(one.userId));
    if (!actor) throw new Error(`nobody in the demo can meet: ${missing.words}`);
    if (missing.code === 'review.acknowledgement') {
      const consumerId = missing.key.replace(/^acknowledgement /u, '');
      view = must(await acknowledgeChangeRequest(actor, { plan: cast.plan, number: view.number, consumerId }));
    } else view = must(await approveAll(cast, actor, view));
  }
  throw new Error(`#${view.number} of the demo cannot be merged`);
}

function approveAll(cast: Cast, actor: Actor, view: ChangeRequestView) {
  return approveChangeRequest(actor, {
    plan: cast.plan,
    number: view.number,
    ifMatch: view.lockVersion,
    covers: null,
    body: '',
  });
}

async function open(cast: Cast, opening: (typeof demoOpenRequests)[number] | undefined, daysAgo: Clock): Promise<void> {
  if (!opening) return;
  const author = actorOf(cast, opening.author);
  const plan = await prisma().plan.findUniqueOrThrow({ where: { id: cast.planId }, select: { headRelease: true } });
  const head = await loadSnapshot(prisma(), cast.workspaceId, cast.planId, plan.headRelease);
  const items = opening.items((kind, name) => head.items.get(demoItemId(kind, name)));
  const view = must(
    await atMoment(daysAgo(opening.daysAgo, 14), () =>
      startRequest(author, {
        plan: cast.plan,
        title: opening.title,
        reason: opening.reason,
        origin: 'editor',
        submit: opening.submit,
        changes: (base) =>
          items.map((item) => {
            const before = base.items.get(item.id);
            return before
              ? {
                  operation: 'update',
                  itemId: item.id,
                  item: canonicalItem(item),
                  base: { revisionId: before.revisionId, digest: before.digest },
                }
              : { operation: 'create', itemId: item.id, item: canonicalItem(item), base: null };
          }),
      }),
    ),
  );
  const scene: Scene = {
    number: view.number,
    plan: cast.plan,
    as: (name) => actorOf(cast, name),
    item: (kind, name) => demoItemId(kind, name),
    later: (days, run) => atMoment(daysAgo(days, 15), run),
    read: async () => must(await readChangeRequestView(author, { plan: cast.plan, number: view.number })),
  };
  await opening.afterwards?.(scene);
}

async function watch(cast: Cast, at: Date): Promise<void> {
  for (const [name, kind, target] of demoWatches) {
    const targetKind = kind === 'plan' ? 'plan' : 'item';
    const targetId = kind === 'plan' ? cast.planId : demoItemId(kind, target);
    await saveWatch(prisma(), cast.workspaceId, {
      id: newId('wa'),
      planId: cast.planId,
      userId: actorOf(cast, name).userId,
      targetKind,
      targetId,
      level: 'all',
      createdAt: at,
    });
  }
}

function actorOf(cast: Cast, name: string): Actor {
  const actor = cast.actors.get(name);
  if (!actor) throw new Error(`the demo has no ${name}`);
  return actor;
}

function asRevision(item: Item): Revision {
  return {
    ...item,
    revisionId: '',
    version: { major: 0, minor: 0, patch: 0 },
    digest: itemDigest(item),
    fromRelease: 0,
  };
}
