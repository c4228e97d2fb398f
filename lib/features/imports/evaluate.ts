import 'server-only';
import type { ImportAdapter, ImportError } from '@/lib/adapters/imports/define';
import { importAdapterFor, importAdapters } from '@/lib/adapters/imports/list';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { changesOf, type DraftChanges } from '@/lib/domain/transfer/changes-of';
import type { Draft } from '@/lib/domain/transfer/draft';
import { Findings } from '@/lib/domain/transfer/finding';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { prisma } from '@/lib/infra/db/client';
import { foldName } from '@/lib/kit/fold';
import { newId } from '@/lib/kit/id';
import { ok, type Result } from '@/lib/kit/result';
import { readImportChunks } from '@/lib/store/imports';
import { readOwnerNames } from '@/lib/store/owner-names';
import { listTeams } from '@/lib/store/teams';

/** What a staged file would do to a plan as it stands. */
export interface Evaluated extends DraftChanges {
  readonly draft: Draft;
  readonly findings: Findings;
}

/** The reader of a file of this name; text of any other name is tried as the first format. */
export function adapterOf(fileName: string): ImportAdapter | undefined {
  return importAdapterFor(fileName) ?? importAdapters[0];
}

/** Reads a staged file again and compares it with a plan; nothing is written, and no transaction stays open meanwhile. */
export async function evaluate(
  workspaceId: string,
  importId: string,
  fileName: string,
  mapping: Mapping,
  snapshot: Snapshot,
): Promise<Result<Evaluated, ImportError>> {
  const adapter = adapterOf(fileName);
  if (!adapter) throw new Error('there is no import format');
  const findings = new Findings();
  const draft = await adapter.read(readImportChunks(prisma(), workspaceId, importId), mapping, findings);
  if (!draft.ok) return draft;
  const owners = await readOwnerNames(prisma(), workspaceId);
  const teams = new Set((await listTeams(prisma(), workspaceId, { archived: false })).map((team) => `team:${team.id}`));
  const done = changesOf(draft.value, {
    snapshot,
    findings,
    newId: (prefix) => newId(prefix),
    findOwner: (name) => {
      const keys = owners.keysNamed(foldName(name)).filter((key) => !key.startsWith('team:') || teams.has(key));
      // A team is named more often than a person; two people of one name are nobody in particular.
      const key = keys.find((candidate) => candidate.startsWith('team:')) ?? (keys.length === 1 ? keys[0] : undefined);
      if (key === undefined) return null;
      const [type, id = ''] = key.split(':');
      return { type: type === 'team' ? 'team' : 'person', id };
    },
    ownerName: (owner) => {
      const name = owners.nameOf(owner);
      return name === owner.id ? null : name;
    },
    emptyStatus: mapping.emptyStatus,
    removeMissing: mapping.removeMissing,
  });
  return ok({ ...done, draft: draft.value, findings });
}
