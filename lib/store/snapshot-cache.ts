import 'server-only';
import { emptySnapshot, type Snapshot } from '../domain/plan/snapshot';
import type { Tx } from '../infra/db/transaction';
import { type ReadSnapshot, readSnapshot, readSnapshotAfter } from './snapshots';

interface Kept {
  readonly snapshot: Snapshot;
  readonly size: number;
}

const maxSnapshots = 40;
/** Characters of JSON over all kept snapshots; in memory a parsed plan takes some three times as many bytes. */
const maxSize = 120_000_000;
/** Beyond this many releases a fresh read is cheaper than what lies between. */
const nearReleases = 50;

// On `globalThis` because several bundles of one server share it. A map keeps the order of use: the first is the oldest.
const home = globalThis as typeof globalThis & { waymarkSnapshots?: Map<string, Kept> };
home.waymarkSnapshots ??= new Map();
const kept = home.waymarkSnapshots;
const pending = new Map<string, Promise<ReadSnapshot>>();

/**
 * The plan at a release, from memory when it was read before: a release never changes. The plan must have that release,
 * so compare with its head first. The answer is shared between all readers.
 */
export async function loadSnapshot(tx: Tx, workspaceId: string, planId: string, release: number): Promise<Snapshot> {
  if (release === 0) return emptySnapshot(planId);
  const key = `${workspaceId}\n${planId}\n${release}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known.snapshot;
  }
  const shared = pending.get(key);
  if (shared) {
    // The reader it belongs to may fail for a reason of its own, such as a transaction that ran out of time.
    const read = await shared.catch(() => undefined);
    if (read?.settled) return read.snapshot;
    return (await readNear(tx, workspaceId, planId, release)).snapshot;
  }
  const reading = readNear(tx, workspaceId, planId, release);
  pending.set(key, reading);
  try {
    const read = await reading;
    if (read.settled) keep(key, read);
    return read.snapshot;
  } finally {
    pending.delete(key);
  }
}

/** Forgets every snapshot: for measurements of a cold start. */
export function forgetSnapshots(): void {
  kept.clear();
}

function readNear(tx: Tx, workspaceId: string, planId: string, release: number): Promise<ReadSnapshot> {
  for (let earlier = release - 1; earlier > 0 && earlier >= release - nearReleases; earlier -= 1) {
    const before = kept.get(`${workspaceId}\n${planId}\n${earlier}`);
    if (before) return readSnapshotAfter(tx, workspaceId, before.snapshot, release);
  }
  return readSnapshot(tx, workspaceId, planId, release);
}

function keep(key: string, { snapshot, size }: ReadSnapshot): void {
  kept.set(key, { snapshot, size });
  let total = 0;
  for (const entry of kept.values()) total += entry.size;
  for (const [oldest, entry] of kept) {
    if (kept.size <= maxSnapshots && total <= maxSize) return;
    kept.delete(oldest);
    total -= entry.size;
  }
}
