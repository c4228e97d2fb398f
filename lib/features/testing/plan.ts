import 'server-only';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { diffItems } from '@/lib/domain/diff/diff-items';
import { itemDigest } from '@/lib/domain/plan/canonical-item';
import type { Item } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { snapshotOf } from '@/lib/domain/plan/snapshot';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { bump, firstVersion } from '@/lib/domain/significance/bump';
import { classify } from '@/lib/domain/significance/classify';
import { loudest } from '@/lib/domain/significance/effects';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { writeRelease } from '@/lib/store/merge';
import { createPlan, readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { type Place, proposeItems, releaseOf } from '@/lib/store/store-fixture';
import type { World } from './world';

/** A plan of a test's own, without items. */
export async function addPlan(
  world: World,
  slug = `plan-${newId('x').slice(-8)}`,
): Promise<Place & { readonly slug: string }> {
  const planId = newId('pl');
  const rules = { policy: defaultPolicy, conventions: defaultConventions, stages: ['activation'] };
  await createPlan(prisma(), world.workspaceId, {
    id: planId,
    slug,
    name: `Plan ${slug}`,
    description: '',
    ...rules,
    createdAt: now(),
  });
  return { workspaceId: world.workspaceId, userId: world.people.admin.userId, planId, slug };
}

/** An item with what a test says about it. */
export function itemOf(
  kind: ItemKind,
  name: string,
  content: object = {},
  id: string = newId(kinds[kind].idPrefix),
): Item {
  return itemSchema.parse({ id, kind, namespace: null, name, content });
}

/** Merges items into the next release, versions and significance as the rules give them. @returns its number */
export async function mergeItems(
  place: Place,
  items: readonly Item[],
  removedIds: readonly string[] = [],
): Promise<number> {
  const { workspaceId, planId } = place;
  const head = (await readPlan(prisma(), workspaceId, planId))?.headRelease ?? 0;
  const before = await loadSnapshot(prisma(), workspaceId, planId, head);
  const closed = [...items.map((item) => item.id).filter((id) => before.items.has(id)), ...removedIds];
  const changeRequestId = await proposeItems(
    place,
    items.filter((item) => !before.items.has(item.id)),
  );
  const release = releaseOf(place, head + 1, changeRequestId, items, closed);
  const opened = release.opened.map((revision) => {
    const was = before.items.get(revision.item.id);
    if (!was) return { ...revision, version: firstVersion };
    const after = snapshotOf(planId, head + 1, [
      {
        ...revision.item,
        revisionId: '',
        version: was.version,
        digest: itemDigest(revision.item),
        fromRelease: head + 1,
      },
    ]);
    const context = { before, after, claims: new Set<string>() };
    const significance = loudest(diffItems(was, revision.item).flatMap((one) => classify(one, context).significances));
    return { ...revision, significance, version: bump(was.version, significance) };
  });
  await inTransaction((tx) => writeRelease(tx, workspaceId, { ...release, opened }));
  return head + 1;
}
