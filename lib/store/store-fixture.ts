import 'server-only';
import { defaultConventions } from '../domain/conventions/settings';
import { itemDigest } from '../domain/plan/canonical-item';
import type { Item } from '../domain/plan/item';
import { itemSchema } from '../domain/plan/item-schema';
import type { StoredChange } from '../domain/review/change-request';
import { defaultPolicy } from '../domain/review/policy';
import { now } from '../infra/clock';
import { prisma } from '../infra/db/client';
import { inTransaction, type Tx } from '../infra/db/transaction';
import { newId } from '../kit/id';
import type { LoadedChangeRequest } from './change-request-json';
import { createChangeRequest, readChangeRequestById, saveChangeRequest } from './change-requests';
import { createMembership } from './memberships';
import { type NewRelease, writeRelease } from './merge';
import { createPlan, readPlan, takeChangeRequestNumber } from './plans';
import { createUser } from './users';
import { createWorkspace } from './workspaces';

/** A workspace with a person and an empty plan that only one test knows. */
export interface Place {
  readonly workspaceId: string;
  readonly userId: string;
  readonly planId: string;
}

/** Begins a workspace for one test. */
export async function createPlace(): Promise<Place> {
  const tx = prisma();
  const createdAt = new Date();
  const place = { workspaceId: newId('ws'), userId: newId('us'), planId: newId('pl') };
  const { workspaceId, userId, planId } = place;
  await createUser(tx, { id: userId, email: `${userId}@example.com`, name: 'Ana', passwordHash: null, createdAt });
  await createWorkspace(tx, { id: workspaceId, slug: workspaceId, name: 'Test', isDemo: false, createdAt });
  await createMembership(tx, workspaceId, { userId, role: 'admin' });
  const rules = { policy: defaultPolicy, conventions: defaultConventions, stages: [] };
  await createPlan(tx, workspaceId, { id: planId, slug: 'main', name: 'Main', description: '', ...rules, createdAt });
  return place;
}

/** An event with little said about it. */
export function eventOf(name: string, meaning = '', id: string = newId('ev')): Item {
  return itemSchema.parse({ id, kind: 'event', namespace: null, name, content: { meaning } });
}

/** Opens a change request that proposes new items, and answers with its id. */
export async function proposeItems(place: Place, items: readonly Item[]): Promise<string> {
  const { workspaceId, planId, userId } = place;
  return inTransaction(async (tx) => {
    const id = newId('cr');
    const number = await takeChangeRequestNumber(tx, workspaceId, planId);
    const at = new Date();
    await createChangeRequest(tx, workspaceId, {
      ...{ id, planId, number, title: `Request ${number}`, reason: 'A test asks for it', origin: 'editor' },
      ...{ authorId: userId, baseRelease: 0, createdAt: at },
    });
    const before = await requireRequest(tx, workspaceId, id);
    await saveChangeRequest(tx, workspaceId, before, {
      ...before,
      changes: items.map((item) => createOf(item, userId)),
    });
    return id;
  });
}

/** A change request that the test knows to be there. */
export async function requireRequest(tx: Tx, workspaceId: string, id: string): Promise<LoadedChangeRequest> {
  return must(await readChangeRequestById(tx, workspaceId, id));
}

/** A value that the test knows to be there. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('what the test needs is not there');
  return value;
}

/** The change that proposes a new item. */
export function createOf(item: Item, userId: string): StoredChange {
  const change = { operation: 'create' as const, itemId: item.id, item, base: null, digest: itemDigest(item) };
  return { ...change, id: newId('ch'), claims: [], editedBy: [userId], wordingOf: [] };
}

/** Merges items into the next release as a change request would, new ones and new states of present ones alike. */
export async function releaseItems(
  place: Place,
  opened: readonly Item[],
  closedItemIds: readonly string[] = [],
): Promise<number> {
  const known = new Set(closedItemIds);
  const changeRequestId = await proposeItems(
    place,
    opened.filter((item) => !known.has(item.id)),
  );
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, place.workspaceId, place.planId);
    const number = (plan?.headRelease ?? 0) + 1;
    await writeRelease(tx, place.workspaceId, releaseOf(place, number, changeRequestId, opened, closedItemIds));
    return number;
  });
}

/** A release of a test, ready to be written. */
export function releaseOf(
  place: Place,
  number: number,
  changeRequestId: string,
  opened: readonly Item[],
  closedItemIds: readonly string[] = [],
): NewRelease {
  return {
    ...{ planId: place.planId, number, changeRequestId, authorId: place.userId, mergedById: place.userId },
    summary: {
      counts: { breaking: 0, meaning: 0, additive: opened.length, editorial: 0 },
      itemCount: opened.length,
      words: [],
    },
    record: {},
    createdAt: now(),
    opened: opened.map((item) => ({
      ...{ revisionId: newId('re'), item, digest: itemDigest(item), significance: 'additive' as const },
      version: { major: 1, minor: 0, patch: 0 },
    })),
    closedItemIds,
  };
}
