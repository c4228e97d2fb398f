import 'server-only';
import { type Owner, ownerSchema } from '../domain/plan/parts';
import { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** A word of a plan's own. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly foldedKey: string;
  readonly definition: string;
  readonly aliases: readonly string[];
  readonly owner: Owner | null;
  readonly lockVersion: number;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly id: string; readonly name: string };
  readonly deletedAt: Date | null;
}

const fields = {
  id: true,
  term: true,
  foldedKey: true,
  definition: true,
  aliases: true,
  owner: true,
  lockVersion: true,
  updatedAt: true,
  updatedBy: { select: { id: true, name: true } },
  deletedAt: true,
} satisfies Prisma.GlossaryTermSelect;

function toTerm(row: Prisma.GlossaryTermGetPayload<{ select: typeof fields }>): Term {
  return { ...row, owner: ownerSchema.safeParse(row.owner).data ?? null };
}

/** What can be said of a term. */
export type TermWords = Pick<Term, 'term' | 'foldedKey' | 'definition' | 'aliases' | 'owner'>;

function written({ owner, aliases, ...rest }: TermWords) {
  return { ...rest, aliases: [...aliases], owner: owner ? toJson(owner) : Prisma.DbNull };
}

/** Adds a term. */
export async function createTerm(
  tx: Tx,
  workspaceId: string,
  { id, planId, by, at, ...words }: TermWords & { id: string; planId: string; by: string; at: Date },
): Promise<void> {
  const data = { id, planId, workspaceId, updatedById: by, createdAt: at, updatedAt: at, ...written(words) };
  await tx.glossaryTerm.createMany({ data: [data] });
}

/** A term of a plan, also one that is deleted. */
export async function readTerm(tx: Tx, workspaceId: string, planId: string, id: string): Promise<Term | undefined> {
  const row = await tx.glossaryTerm.findFirst({ where: { id, planId, workspaceId }, select: fields });
  return row ? toTerm(row) : undefined;
}

/** The glossary of a plan, in order; without what is deleted. */
export async function listTerms(tx: Tx, workspaceId: string, planId: string): Promise<Term[]> {
  const rows = await tx.glossaryTerm.findMany({
    where: { planId, workspaceId, deletedAt: null },
    select: fields,
    orderBy: [{ foldedKey: 'asc' }, { id: 'asc' }],
    take: 2_000,
  });
  return rows.map(toTerm);
}

/** Every term that a plan ever had until a moment, as it is today, also those that are deleted; in no order. */
export async function listTermsEver(tx: Tx, workspaceId: string, planId: string, until: Date): Promise<Term[]> {
  const rows = await tx.glossaryTerm.findMany({
    where: { planId, workspaceId, createdAt: { lte: until } },
    select: fields,
  });
  return rows.map(toTerm);
}

/** Writes a term that nobody changed since it was read; `deletedAt` deletes it or brings it back. @returns false when somebody did */
export async function saveTerm(
  tx: Tx,
  workspaceId: string,
  before: Pick<Term, 'id' | 'lockVersion'>,
  next: TermWords & { readonly deletedAt: Date | null; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { deletedAt, by, at, ...words } = next;
  const where = { id: before.id, workspaceId, lockVersion: before.lockVersion };
  const data = {
    ...written(words),
    ...{ deletedAt, updatedById: by, updatedAt: at, lockVersion: { increment: 1 } },
  };
  return (await tx.glossaryTerm.updateMany({ where, data })).count === 1;
}
