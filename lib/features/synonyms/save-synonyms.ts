import 'server-only';
import type { SynonymSet } from '@/lib/contracts/synonyms';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { squash } from '@/lib/domain/search/words';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { lockPlan, readPlan } from '@/lib/store/plans';
import {
  createSynonyms as createRow,
  dismissVainSearch as dismissRow,
  listSynonyms,
  removeSynonyms as removeRow,
  type Synonyms,
  saveSynonyms,
} from '@/lib/store/synonyms';

type SynonymError =
  | AccessDenied
  | {
      readonly code:
        | 'plan.not-found'
        | 'synonym.not-found'
        | 'synonym.taken'
        | 'synonym.too-few'
        | 'synonym.stale'
        | 'synonym.too-many';
      readonly detail?: string;
    };
type Done = { done: true };

/** Every search asks all of them. */
const mostSets = 500;

/** Lets searches of a plan take words for one another. */
export function createSynonyms(
  actor: Actor,
  input: { plan: string; words: string[] },
): Promise<Result<SynonymSet, SynonymError>> {
  return amongSynonyms(actor, input.plan, async ({ tx, planId, sets }) => {
    if (sets.length >= mostSets) return err({ code: 'synonym.too-many' });
    const words = checked(input.words, sets);
    if (!words.ok) return words;
    const id = newId('sy');
    await createRow(tx, actor.workspaceId, { id, planId, words: words.value, createdAt: now() });
    await told(tx, actor, { planId, id, action: 'synonym.create', from: null, to: words.value });
    return ok({ id, words: words.value, lockVersion: 1 });
  });
}

/** Changes a set of synonyms; refused when somebody changed it since it was read. */
export function updateSynonyms(
  actor: Actor,
  input: { plan: string; id: string; ifMatch: number; words: string[] },
): Promise<Result<SynonymSet, SynonymError>> {
  return amongSynonyms(actor, input.plan, async ({ tx, planId, sets }) => {
    const before = sets.find(({ id }) => id === input.id);
    if (!before) return err({ code: 'synonym.not-found' });
    const words = checked(
      input.words,
      sets.filter((set) => set !== before),
    );
    if (!words.ok) return words;
    const read = { id: before.id, lockVersion: input.ifMatch };
    if (!(await saveSynonyms(tx, actor.workspaceId, read, { words: words.value, at: now() })))
      return err({ code: 'synonym.stale' });
    await told(tx, actor, { planId, id: before.id, action: 'synonym.update', from: before.words, to: words.value });
    return ok({ id: before.id, words: words.value, lockVersion: input.ifMatch + 1 });
  });
}

/** Forgets a set of synonyms. */
export function removeSynonyms(actor: Actor, input: { plan: string; id: string }): Promise<Result<Done, SynonymError>> {
  return amongSynonyms(actor, input.plan, async ({ tx, planId, sets }) => {
    const before = sets.find(({ id }) => id === input.id);
    if (!before) return err({ code: 'synonym.not-found' });
    await removeRow(tx, actor.workspaceId, before.id);
    await told(tx, actor, { planId, id: before.id, action: 'synonym.remove', from: before.words, to: null });
    return ok({ done: true });
  });
}

/** Says that something searched for in vain needs no synonym. */
export function dismissVainSearch(
  actor: Actor,
  input: { plan: string; text: string },
): Promise<Result<Done, SynonymError>> {
  return amongSynonyms(actor, input.plan, async ({ tx, planId }) => {
    if (!(await dismissRow(tx, actor.workspaceId, { planId, text: input.text, at: now() })))
      return err({ code: 'synonym.not-found' });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'synonym.dismiss',
      subjectKind: 'plan',
      subjectId: planId,
      detail: { planId, name: input.text },
    });
    return ok({ done: true });
  });
}

/** The synonyms while nobody else writes them, so that no word stands in two sets. */
async function amongSynonyms<T>(
  actor: Actor,
  slug: string,
  act: (among: { tx: Tx; planId: string; sets: readonly Synonyms[] }) => Promise<Result<T, SynonymError>>,
): Promise<Result<T, SynonymError>> {
  const allowed = can(actor, 'synonym.update');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<T, SynonymError>>(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, slug);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    return act({ tx, planId: plan.id, sets: await listSynonyms(tx, actor.workspaceId, plan.id) });
  });
}

/** Words without those that are the same to a search, if two are left and no other set has one of them. */
function checked(words: readonly string[], others: readonly Synonyms[]): Result<string[], SynonymError> {
  const distinct = [...new Map(words.map((word) => [squash(word), word])).values()];
  if (distinct.length < 2)
    return err({ code: 'synonym.too-few', detail: 'A search takes these for the same word already' });
  const wanted = new Set(distinct.map(squash));
  for (const other of others) {
    const word = other.words.find((one) => wanted.has(squash(one)));
    if (word !== undefined)
      return err({
        code: 'synonym.taken',
        detail: `“${word}” stands in “${other.words.join(' = ')}”. Add to that set`,
      });
  }
  return ok(distinct);
}

async function told(
  tx: Tx,
  actor: Actor,
  done: { planId: string; id: string; action: string; from: readonly string[] | null; to: readonly string[] | null },
): Promise<void> {
  const { planId, id, action, from, to } = done;
  await writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'synonym',
    subjectId: id,
    detail: { planId, name: (to ?? from ?? []).join(' = '), from, to },
  });
}
