import 'server-only';
import type { Snapshot } from '../domain/plan/snapshot';
import type { Tx } from '../infra/db/transaction';
import { type FormerName, listFormerNames } from './revisions';

/** What a plan's past says about it as it stands at a release. */
export interface PlanHistory {
  /** When each release up to this one was made. */
  readonly releasedAt: ReadonlyMap<number, Date>;
  /** The last release that changed the meaning of an item, by its id; items whose meaning never changed are missing. */
  readonly meaningChangedIn: ReadonlyMap<string, number>;
  /** Names that items bore before, by the item's id. */
  readonly formerNames: ReadonlyMap<string, readonly FormerName[]>;
}

// What lies before a release never changes, so it is kept with the release's snapshot, by every bundle of the server.
const home = globalThis as typeof globalThis & { waymarkPlanHistory?: WeakMap<Snapshot, Promise<PlanHistory>> };
home.waymarkPlanHistory ??= new WeakMap();
const kept = home.waymarkPlanHistory;

/** The past of a plan up to the release of a snapshot; read once for each snapshot and shared. */
export async function readPlanHistory(tx: Tx, workspaceId: string, snapshot: Snapshot): Promise<PlanHistory> {
  const known = kept.get(snapshot);
  if (known) return known;
  const reading = readHistory(tx, workspaceId, snapshot);
  kept.set(snapshot, reading);
  reading.catch(() => kept.delete(snapshot));
  return reading;
}

async function readHistory(tx: Tx, workspaceId: string, { planId, release }: Snapshot): Promise<PlanHistory> {
  const dates = await tx.release.findMany({
    where: { planId, workspaceId, number: { lte: release } },
    select: { number: true, createdAt: true },
  });
  const meanings = await listMeaningChanges(tx, workspaceId, planId, release);
  const formerNames = new Map<string, FormerName[]>();
  for (const name of await listFormerNames(tx, workspaceId, planId, release)) {
    const list = formerNames.get(name.itemId);
    if (list) list.push(name);
    else formerNames.set(name.itemId, [name]);
  }
  return {
    releasedAt: new Map(dates.map((date) => [date.number, date.createdAt])),
    meaningChangedIn: new Map(meanings.map((one) => [one.itemId, one.release])),
    formerNames,
  };
}

/** A breaking revision can change the meaning as well, which only its sentences tell. */
async function listMeaningChanges(
  tx: Tx,
  workspaceId: string,
  planId: string,
  release: number,
): Promise<{ itemId: string; release: number }[]> {
  return tx.$queryRaw`
    select r.item_id as "itemId", max(r.from_release)::int as release
    from revisions r
    left join revisions before on before.item_id = r.item_id and before.to_release = r.from_release
      and r.significance = 'breaking'
    where r.plan_id = ${planId} and r.workspace_id = ${workspaceId} and r.from_release <= ${release}
      and (r.significance = 'meaning' or (before.id is not null and (
        before.content ->> 'meaning' is distinct from r.content ->> 'meaning'
        or before.content ->> 'firesWhen' is distinct from r.content ->> 'firesWhen'
        or before.content ->> 'doesNotCount' is distinct from r.content ->> 'doesNotCount'
        or before.content ->> 'sourceOfTruth' is distinct from r.content ->> 'sourceOfTruth'
        or before.content ->> 'unit' is distinct from r.content ->> 'unit')))
    group by r.item_id`;
}
