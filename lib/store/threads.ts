import 'server-only';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** One contribution to a thread; a deleted one keeps its place without its words. */
export interface Comment {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly body: string;
  /** A wording offered for the thread's field; the reader parses it. */
  readonly suggestion: unknown;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
}

/** A discussion about a change request, an item or one of its fields. */
export interface Thread {
  readonly id: string;
  readonly planId: string;
  readonly changeRequestId: string | null;
  readonly itemId: string | null;
  readonly field: string | null;
  /** The wording it was about. */
  readonly quote: string | null;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly comments: readonly Comment[];
}

const person = { select: { id: true, name: true } } as const;
const fields = {
  id: true,
  planId: true,
  changeRequestId: true,
  itemId: true,
  field: true,
  quote: true,
  createdAt: true,
  resolvedAt: true,
  startedBy: person,
  comments: {
    select: {
      id: true,
      body: true,
      suggestion: true,
      createdAt: true,
      editedAt: true,
      deletedAt: true,
      author: person,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ThreadSelect;
type Row = Prisma.ThreadGetPayload<{ select: typeof fields }>;

/** Begins a thread; its first comment follows. */
export async function createThread(
  tx: Tx,
  workspaceId: string,
  thread: {
    id: string;
    planId: string;
    changeRequestId: string | null;
    itemId: string | null;
    field: string | null;
    quote: string | null;
    startedById: string;
    createdAt: Date;
  },
): Promise<void> {
  await tx.thread.createMany({ data: [{ ...thread, workspaceId }] });
}

/** Adds a comment to a thread. */
export async function addComment(
  tx: Tx,
  workspaceId: string,
  comment: { id: string; threadId: string; authorId: string; body: string; suggestion?: unknown; createdAt: Date },
): Promise<void> {
  const { suggestion, ...rest } = comment;
  const json = suggestion === undefined ? {} : { suggestion: toJson(suggestion) };
  await tx.comment.createMany({ data: [{ ...rest, ...json, workspaceId }] });
}

/** The threads of a change request, or those on an item's own page, oldest first. */
export async function listThreads(
  tx: Tx,
  workspaceId: string,
  about: { readonly changeRequestId: string } | { readonly itemId: string },
): Promise<Thread[]> {
  const where = 'itemId' in about ? { itemId: about.itemId, changeRequestId: null } : about;
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const rows = await tx.thread.findMany({ where: { ...where, workspaceId }, select: fields, orderBy });
  return rows.map(toThread);
}

/** Marks a thread as resolved, or as open again with `null`. */
export async function saveThreadResolution(
  tx: Tx,
  workspaceId: string,
  id: string,
  resolved: { at: Date; userId: string } | null,
): Promise<boolean> {
  const data = { resolvedAt: resolved?.at ?? null, resolvedById: resolved?.userId ?? null };
  return (await tx.thread.updateMany({ where: { id, workspaceId }, data })).count === 1;
}

function toThread(row: Row): Thread {
  return row;
}
