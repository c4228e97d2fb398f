import 'server-only';
import type { ExportPlan } from '@/lib/adapters/exports/define';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { dayOf, type PastStep, pastSteps } from '@/lib/domain/significance/plan-past';
import type { Tx } from '@/lib/infra/db/transaction';
import { listTerms } from '@/lib/store/glossary';
import type { OwnerNames } from '@/lib/store/owner-names';
import { readPlanHistory } from '@/lib/store/plan-history';
import { listReleaseWords } from '@/lib/store/releases';
import { listRevisionsOfPlan } from '@/lib/store/revisions';

/** The past of a plan up to a release, and its words as they are now. */
export async function tellPast(
  tx: Tx,
  workspaceId: string,
  snapshot: Snapshot,
  owners: OwnerNames,
): Promise<Required<Pick<ExportPlan, 'past' | 'glossary'>>> {
  const { planId, release } = snapshot;
  const releases = await listReleaseWords(tx, workspaceId, planId, release);
  const revisions = await listRevisionsOfPlan(tx, workspaceId, planId, release);
  const { formerNames } = await readPlanHistory(tx, workspaceId, snapshot);
  const names = (id: string) => snapshot.items.get(id)?.name ?? owners.nameOfId(id);
  const steps = new Map<string, readonly PastStep[]>();
  return {
    past: {
      releases: releases.map(({ number, createdAt, title, summary }) => ({
        number,
        day: dayOf(createdAt),
        title,
        counts: summary.counts,
        words: summary.words.map(owners.inWords),
      })),
      stepsOf: (itemId) => {
        const known = steps.get(itemId) ?? pastSteps(snapshot, revisions.get(itemId) ?? [], names);
        steps.set(itemId, known);
        return known;
      },
      formerNamesOf: (itemId) => (formerNames.get(itemId) ?? []).map(({ name }) => name),
    },
    glossary: (await listTerms(tx, workspaceId, planId)).map(({ id, term, aliases, definition }) => ({
      id,
      term,
      aliases,
      definition,
    })),
  };
}
