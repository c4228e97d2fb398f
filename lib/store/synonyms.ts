import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** Words that mean the same to the people of a plan. */
export interface Synonyms {
  readonly id: string;
  readonly words: readonly string[];
  readonly lockVersion: number;
}

const fields = { id: true, words: true, lockVersion: true } as const;

/** Adds a set of synonyms. */
export async function createSynonyms(
  tx: Tx,
  workspaceId: string,
  set: { id: string; planId: string; words: readonly string[]; createdAt: Date },
): Promise<void> {
  await tx.synonymSet.createMany({
    data: [{ ...set, words: [...set.words], workspaceId, updatedAt: set.createdAt }],
  });
}

/** The synonyms of a plan, the oldest first. */
export async function listSynonyms(tx: Tx, workspaceId: string, planId: string): Promise<Synonyms[]> {
  return tx.synonymSet.findMany({
    where: { planId, workspaceId },
    select: fields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 2_000,
  });
}

/** Writes a set that nobody changed since it was read. @returns false when somebody did */
export async function saveSynonyms(
  tx: Tx,
  workspaceId: string,
  before: Pick<Synonyms, 'id' | 'lockVersion'>,
  { words, at }: { readonly words: readonly string[]; readonly at: Date },
): Promise<boolean> {
  const where = { id: before.id, workspaceId, lockVersion: before.lockVersion };
  const data = { words: [...words], updatedAt: at, lockVersion: { increment: 1 } };
  return (await tx.synonymSet.updateMany({ where, data })).count === 1;
}

/** Forgets a set. */
export async function removeSynonyms(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.synonymSet.deleteMany({ where: { id, workspaceId } });
}

/** What was searched for in vain; nobody is named. */
export interface VainSearch {
  readonly text: string;
  readonly count: number;
  readonly lastAt: Date;
}

const mostKept = 1_000;
const keptDays = 90;

/** Counts a search that found nothing for sure; old and rare ones make room. */
export async function countVainSearch(
  tx: Tx,
  workspaceId: string,
  { planId, text, at }: { readonly planId: string; readonly text: string; readonly at: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into vain_searches (plan_id, workspace_id, text, count, last_at)
    values (${planId}, ${workspaceId}, ${text}, 1, ${at})
    on conflict (plan_id, text) do update set count = vain_searches.count + 1, last_at = excluded.last_at`;
  const oldest = new Date(at.getTime() - keptDays * 86_400_000);
  await tx.$executeRaw`
    delete from vain_searches where workspace_id = ${workspaceId} and plan_id = ${planId} and (last_at < ${oldest}
      or text in (select text from vain_searches where workspace_id = ${workspaceId} and plan_id = ${planId}
        order by last_at desc, text offset ${mostKept}))`;
}

/** What is asked for most and found least, without what was dismissed. */
export async function listVainSearches(tx: Tx, workspaceId: string, planId: string): Promise<VainSearch[]> {
  return tx.vainSearch.findMany({
    where: { planId, workspaceId, dismissedAt: null },
    select: { text: true, count: true, lastAt: true },
    orderBy: [{ count: 'desc' }, { lastAt: 'desc' }, { text: 'asc' }],
    take: 100,
  });
}

/** Says that a search in vain needs no synonym. @returns false when there is none */
export async function dismissVainSearch(
  tx: Tx,
  workspaceId: string,
  { planId, text, at }: { readonly planId: string; readonly text: string; readonly at: Date },
): Promise<boolean> {
  const where = { planId, workspaceId, text, dismissedAt: null };
  return (await tx.vainSearch.updateMany({ where, data: { dismissedAt: at } })).count === 1;
}
