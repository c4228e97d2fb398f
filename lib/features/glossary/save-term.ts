import 'server-only';
import type * as z from 'zod';
import type { createTermSchema, TermView, updateTermSchema } from '@/lib/contracts/glossary';
import type { Action } from '@/lib/domain/access/actions';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import type { Owner } from '@/lib/domain/plan/parts';
import { now } from '@/lib/infra/clock';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import {
  createTerm as createRow,
  listTerms,
  readTerm,
  saveTerm,
  type Term,
  type TermWords,
} from '@/lib/store/glossary';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { lockPlan, readPlan } from '@/lib/store/plans';
import { type GlossaryError, takenWord, termView, wordsOfTerm } from './term-view';

/** Nobody reads a glossary longer than this. */
const mostTerms = 1_000;

type Answer = Promise<Result<TermView, GlossaryError>>;

/** Adds a word to the glossary. */
export async function createTerm(actor: Actor, input: { plan: string } & z.output<typeof createTermSchema>): Answer {
  return inGlossary(actor, input.plan, 'glossary.create', async (glossary) => {
    if (glossary.terms.length >= mostTerms)
      return err({ code: 'glossary.too-many', detail: `It holds ${mostTerms} terms. Delete one first` });
    const { term, definition, aliases, owner } = input;
    const words = wordsOfTerm({ term, definition, aliases, owner });
    const fits = checked(glossary, words, null);
    if (!fits.ok) return fits;
    const id = newId('gt');
    const { tx, planId } = glossary;
    await createRow(tx, actor.workspaceId, { ...words, id, planId, by: actor.userId, at: now() });
    return told(glossary, actor, id, { action: 'glossary.create', from: null, to: words });
  });
}

/** Changes what the glossary says of a word; refused when somebody changed it since it was read. */
export async function updateTerm(
  actor: Actor,
  input: { plan: string; id: string; ifMatch: number } & z.output<typeof updateTermSchema>,
): Answer {
  return inGlossary(actor, input.plan, 'glossary.update', async (glossary) => {
    const before = glossary.terms.find(({ id }) => id === input.id);
    if (!before) return err({ code: 'glossary.not-found' });
    const words = wordsOfTerm({
      term: input.term ?? before.term,
      definition: input.definition ?? before.definition,
      aliases: input.aliases ?? before.aliases,
      owner: input.owner === undefined ? before.owner : input.owner,
    });
    const fits = checked(glossary, words, before);
    if (!fits.ok) return fits;
    return write(glossary, actor, { ...before, lockVersion: input.ifMatch }, words, 'glossary.update');
  });
}

/** Takes a word out of the glossary; it can be brought back. */
export async function removeTerm(actor: Actor, input: { plan: string; id: string }): Answer {
  return inGlossary(actor, input.plan, 'glossary.remove', async (glossary) => {
    const before = glossary.terms.find(({ id }) => id === input.id);
    if (!before) return err({ code: 'glossary.not-found' });
    return write(glossary, actor, before, before, 'glossary.remove');
  });
}

/** Brings a deleted word back; one that was not deleted stays as it is. */
export async function restoreTerm(actor: Actor, input: { plan: string; id: string }): Answer {
  return inGlossary(actor, input.plan, 'glossary.update', async (glossary) => {
    const { tx, planId } = glossary;
    const before = await readTerm(tx, actor.workspaceId, planId, input.id);
    if (!before) return err({ code: 'glossary.not-found' });
    if (before.deletedAt === null) return ok(termView(before, glossary.owners));
    const fits = checked(glossary, before, before);
    if (!fits.ok) return fits;
    return write(glossary, actor, before, before, 'glossary.restore');
  });
}

interface Glossary {
  readonly tx: Tx;
  readonly planId: string;
  readonly terms: readonly Term[];
  readonly owners: OwnerNames;
}

/** The glossary while nobody else writes in it, so that no word is there twice. */
async function inGlossary(actor: Actor, slug: string, action: Action, act: (glossary: Glossary) => Answer): Answer {
  const allowed = can(actor, action);
  if (!allowed.ok) return allowed;
  return inTransaction<Result<TermView, GlossaryError>>(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, slug);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    const terms = await listTerms(tx, actor.workspaceId, plan.id);
    const owners = await readOwnerNames(tx, actor.workspaceId);
    return act({ tx, planId: plan.id, terms, owners });
  });
}

function checked(glossary: Glossary, words: TermWords, before: Term | null): Result<true, GlossaryError> {
  const others = glossary.terms.filter(({ id }) => id !== before?.id);
  const taken = takenWord(words, others);
  if (taken) return err({ code: 'glossary.taken', detail: `“${taken.word}” is explained under “${taken.by}”` });
  const isNew = words.owner !== null && !sameOwner(words.owner, before?.owner ?? null);
  // Who is not of this workspace has no name in it.
  if (words.owner && isNew && glossary.owners.nameOf(words.owner) === words.owner.id)
    return err({ code: 'glossary.unknown-owner' });
  return ok(true);
}

const sameOwner = (one: Owner, other: Owner | null) => one.type === other?.type && one.id === other.id;

async function write(
  glossary: Glossary,
  actor: Actor,
  before: Term,
  words: TermWords,
  action: 'glossary.update' | 'glossary.remove' | 'glossary.restore',
): Answer {
  const { term, foldedKey, definition, aliases, owner } = words;
  const said = { term, foldedKey, definition, aliases, owner };
  const at = now();
  const deletedAt = action === 'glossary.remove' ? at : null;
  const saved = await saveTerm(glossary.tx, actor.workspaceId, before, { ...said, deletedAt, by: actor.userId, at });
  if (!saved) return err({ code: 'glossary.stale' });
  return told(glossary, actor, before.id, {
    action,
    from: action === 'glossary.restore' ? null : before,
    to: action === 'glossary.remove' ? null : said,
  });
}

async function told(
  { tx, planId, owners }: Glossary,
  actor: Actor,
  id: string,
  { action, from, to }: { action: string; from: TermWords | null; to: TermWords | null },
): Answer {
  const row = await readTerm(tx, actor.workspaceId, planId, id);
  if (!row) throw new Error(`term ${id} was not stored`);
  await writeAudit(tx, actor.workspaceId, {
    ...auditBy(actor),
    action,
    subjectKind: 'glossary',
    subjectId: id,
    detail: { planId, name: row.term, from: from && spoken(from), to: to && spoken(to) },
  });
  return ok(termView(row, owners));
}

function spoken({ term, definition, aliases, owner }: TermWords) {
  return { term, definition, aliases, owner };
}
