import { defaultConventions } from '@/lib/domain/conventions/settings';
import type { Item } from '@/lib/domain/plan/item';
import { itemsOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { createWorld, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { createPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { releaseItems } from '@/lib/store/store-fixture';
import { largeItems, largeSize, type PlanSize } from './large-plan';

/** A workspace whose plan has the large plan as release 1. */
export interface LargePlace {
  readonly world: World;
  readonly planId: string;
  readonly slug: string;
  readonly snapshot: Snapshot;
}

/** Stores the large plan in a workspace of its own, with ids of its own, since an id belongs to one plan. */
export async function createLargePlace(size: PlanSize = largeSize): Promise<LargePlace> {
  const world = await createWorld();
  const place = await createEmptyPlan(world);
  await releaseItems({ ...place, userId: world.people.admin.userId }, ownItems(size));
  // What the database does by itself a minute after so much was written.
  await prisma().$executeRaw`vacuum analyze revisions`;
  return { world, ...place, snapshot: await loadSnapshot(prisma(), world.workspaceId, place.planId, 1) };
}

/** Adds a plan without items. */
export async function createEmptyPlan(world: World): Promise<{ workspaceId: string; planId: string; slug: string }> {
  const id = newId('pl');
  const slug = `plan-${id.slice(-8)}`;
  await createPlan(prisma(), world.workspaceId, {
    ...{ id, slug, name: 'Large', description: '', policy: defaultPolicy, conventions: defaultConventions },
    ...{ stages: ['acquisition', 'activation', 'retention', 'revenue', 'referral'], createdAt: now() },
  });
  return { workspaceId: world.workspaceId, planId: id, slug };
}

/** Every tenth event, ten times as many as a request that is measured can be. */
export function someEvents(snapshot: Snapshot, count: number): Item[] {
  return itemsOfKind(snapshot, 'event')
    .slice(0, count)
    .map(({ id, kind, namespace, name, content }) => ({ id, kind, namespace, name, content }));
}

function ownItems(size: PlanSize): Item[] {
  const mark = newId('x').slice(-10);
  return JSON.parse(JSON.stringify(largeItems(size)).replaceAll('_large', `_${mark}`)) as Item[];
}
