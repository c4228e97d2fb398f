import 'server-only';
import type { Snapshot } from '../domain/plan/snapshot';
import { dayOf, type PastStep, type PlanPast, pastSteps } from '../domain/significance/plan-past';
import type { Tx } from '../infra/db/transaction';
import type { OwnerNames } from './owner-names';
import { readPlanHistory } from './plan-history';
import { readEditedNotes } from './release-notes';
import { listReleaseWords } from './releases';
import { listRevisions, listRevisionsOfPlan, type RevisionRecord } from './revisions';

/** The past of a plan up to the release of `snapshot`, in sentences; of `every` item's steps, of one, or of none. */
export async function readPlanPast(
  tx: Tx,
  workspaceId: string,
  snapshot: Snapshot,
  owners: OwnerNames,
  whose: 'every' | { readonly itemId: string | undefined },
): Promise<PlanPast> {
  const { planId, release } = snapshot;
  const releases = await listReleaseWords(tx, workspaceId, planId, release);
  const numbers = releases.map(({ number }) => number);
  const notes = await readEditedNotes(tx, workspaceId, planId, numbers);
  const states = await statesOf(tx, workspaceId, snapshot, whose);
  const { formerNames } = await readPlanHistory(tx, workspaceId, snapshot);
  const names = (id: string) => snapshot.items.get(id)?.name ?? owners.nameOfId(id);
  const steps = new Map<string, readonly PastStep[]>();
  return {
    releases: releases.map(({ number, createdAt, title, summary }) => ({
      number,
      day: dayOf(createdAt),
      title,
      counts: summary.counts,
      words: summary.words.map(owners.inWords),
      notes: notes.get(number)?.text ?? null,
    })),
    stepsOf: (itemId) => {
      const known = steps.get(itemId) ?? pastSteps(snapshot, states.get(itemId) ?? [], names);
      steps.set(itemId, known);
      return known;
    },
    formerNamesOf: (itemId) => (formerNames.get(itemId) ?? []).map(({ name }) => name),
  };
}

async function statesOf(
  tx: Tx,
  workspaceId: string,
  { planId, release, items }: Snapshot,
  whose: 'every' | { readonly itemId: string | undefined },
): Promise<ReadonlyMap<string, readonly RevisionRecord[]>> {
  if (whose === 'every') return listRevisionsOfPlan(tx, workspaceId, planId, release);
  const { itemId } = whose;
  if (itemId === undefined || !items.has(itemId)) return new Map();
  return new Map([[itemId, await listRevisions(tx, workspaceId, itemId)]]);
}
