import { emptySnapshot, overlay, type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { revisionOf } from '@/lib/domain/testing/arbitraries';
import { changesOf } from '@/lib/domain/transfer/changes-of';
import { Findings } from '@/lib/domain/transfer/finding';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { foldName } from '@/lib/kit/fold';
import { newId } from '@/lib/kit/id';
import { adapter } from '../csv';

/** A text as it would be streamed, in pieces that cut through characters. */
export async function* pieces(text: string | Uint8Array, size = 997): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const owners = new Map([
  ['tm_1', 'Growth'],
  ['us_1', 'Ana'],
]);

/** Reads a file into a plan as the app does, under the proposed mapping with `correct` laid over it. */
export async function importInto(snapshot: Snapshot, text: string | Uint8Array, correct: Partial<Mapping> = {}) {
  const inspected = await adapter.inspect(pieces(text));
  if (!inspected.ok) throw new Error(inspected.error.detail);
  const mapping = { ...inspected.value.mapping, ...correct };
  const findings = new Findings();
  const draft = await adapter.read(pieces(text), mapping, findings);
  if (!draft.ok) throw new Error(draft.error.detail);
  const done = changesOf(draft.value, {
    snapshot,
    findings,
    newId,
    findOwner: (name) => {
      const found = [...owners].find(([, other]) => foldName(other) === foldName(name));
      return found ? { type: found[0].startsWith('tm') ? 'team' : 'person', id: found[0] } : null;
    },
    ownerName: (owner) => owners.get(owner.id) ?? null,
    emptyStatus: mapping.emptyStatus,
    removeMissing: mapping.removeMissing,
  });
  return {
    ...done,
    mapping,
    draft: draft.value,
    findings: findings.list(),
    rejected: findings.rejected,
    inspection: inspected.value,
  };
}

/** The plan after its changes were merged. */
export function merged(snapshot: Snapshot, changes: Awaited<ReturnType<typeof importInto>>['changes']): Snapshot {
  const after = overlay(snapshot, changes);
  return snapshotOf(
    after.planId,
    after.release + 1,
    [...after.items.values()].map((item) => revisionOf(item)),
  );
}

export const nothing = emptySnapshot('pl_1');
