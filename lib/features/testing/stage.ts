import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { type Item, withField } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest } from '@/lib/features/change-requests/moves';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { readPlan } from '@/lib/store/plans';
import { readSnapshot } from '@/lib/store/snapshots';
import { addPlan, itemOf } from './plan';
import { addPerson, createWorld, type Persona, type World } from './world';

/** A plan on which merges meet what else happens, with who takes part. */
export interface Stage {
  readonly world: World;
  readonly planId: string;
  /** The slug. */
  readonly plan: string;
  readonly author: Persona;
  /** Somebody else who edits what the author proposes. */
  readonly helper: Persona;
  readonly reviewer: Persona;
  readonly itemIds: readonly string[];
}

/** Fields of items as they shall be, by item id. */
export type Edits = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A plan whose first release brought some events the way people bring them. */
export async function createStage(events = 3): Promise<Stage> {
  const world = await createWorld();
  const { planId, slug } = await addPlan(world);
  const items = Array.from({ length: events }, (_, at) =>
    itemOf('event', `Order Step ${at + 1}`, { meaning: `A person took step ${at + 1}.`, firesWhen: 'It is stored.' }),
  );
  const stage: Stage = {
    ...{ world, planId, plan: slug, itemIds: items.map(({ id }) => id) },
    author: world.people.contributor,
    helper: await addPerson(world.workspaceId, 'contributor'),
    reviewer: world.people.approver,
  };
  const request = await approve(stage, await propose(stage, items));
  must(await merge(stage, request.number));
  return stage;
}

/** A request of the author's, approved as it is, that gives items new words. */
export async function approvedRequest(stage: Stage, edits: Edits): Promise<ChangeRequestView> {
  return approve(stage, await proposedRequest(stage, edits));
}

/** The same without any approval. */
export async function proposedRequest(stage: Stage, edits: Edits): Promise<ChangeRequestView> {
  const { snapshot } = await readHead(stage);
  const items = Object.entries(edits).map(([id, fields]) => {
    const item = snapshot.items.get(id);
    if (!item) throw new Error(`the plan has no item ${id}`);
    return Object.entries(fields).reduce((edited: Item, [key, value]) => withField(edited, key, value), item);
  });
  return propose(stage, items);
}

/** Approves a request as it is now. */
export async function approve(stage: Stage, view: ChangeRequestView): Promise<ChangeRequestView> {
  const { plan, reviewer } = stage;
  const at = { plan, number: view.number, ifMatch: view.lockVersion };
  return must(await approveChangeRequest(reviewer.actor, { ...at, covers: null, body: '' }));
}

/** Presses Merge for the author. */
export function merge(stage: Stage, number: number): ReturnType<typeof mergeChangeRequest> {
  return mergeChangeRequest(stage.author.actor, { plan: stage.plan, number });
}

/** The plan as the database has it now, past every cache. */
export async function readHead({ world, planId }: Stage): Promise<{ head: number; snapshot: Snapshot }> {
  const head = (await readPlan(prisma(), world.workspaceId, planId))?.headRelease ?? 0;
  const { snapshot } = await readSnapshot(prisma(), world.workspaceId, planId, head);
  return { head, snapshot };
}

async function propose({ plan, author }: Stage, items: readonly Item[]): Promise<ChangeRequestView> {
  const written = items.map(({ id, kind, namespace, name, content }) => ({
    itemId: id,
    kind,
    namespace,
    name,
    content,
  }));
  const request = { plan, title: 'Orders', reason: 'To count them', submit: true };
  return must(await createChangeRequest(author.actor, { ...request, items: written as never }));
}
