import 'server-only';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** One contribution to a thread; a deleted one keeps its place, and whoever shows it leaves its words out. */
export interface Comment {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly body: string;
  /** A wording offered for the thread's field; the reader parses it. */
  readonly suggestion: unknown;
  /** Kept for its author until they post it. */
  readonly pending: boolean;
  /** Ids of those it names. */
  readonly mentions: readonly string[];
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
      pending: true,
      mentions: true,
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
  comment: {
    id: string;
    threadId: string;
    authorId: string;
    body: string;
    suggestion?: unknown;
    pending: boolean;
    mentions: string[];
    createdAt: Date;
  },
): Promise<void> {
  const { suggestion, ...rest } = comment;
  const json = suggestion === undefined ? {} : { suggestion: toJson(suggestion) };
  await tx.comment.createMany({ data: [{ ...rest, ...json, workspaceId }] });
}

/** The threads of a change request as one person may read them, oldest first: without what others have not posted yet. */
export async function listThreads(
  tx: Tx,
  workspaceId: string,
  about: { readonly changeRequestId: string; readonly readerId: string },
): Promise<Thread[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const where = { changeRequestId: about.changeRequestId, workspaceId };
  const rows = await tx.thread.findMany({ where, select: fields, orderBy });
  return rows.map((row) => readAs(row, about.readerId)).filter((thread) => thread.comments.length > 0);
}

function readAs(row: Row, readerId: string): Thread {
  return {
    ...row,
    comments: row.comments.filter(
      (comment) => !comment.pending || (comment.author.id === readerId && !comment.deletedAt),
    ),
  };
}

/** Writes a comment again. @returns false for one that is deleted or somebody else's */
export async function saveComment(
  tx: Tx,
  workspaceId: string,
  comment: { id: string; authorId: string; body: string; mentions: string[]; editedAt: Date | null },
): Promise<boolean> {
  const { id, authorId, ...data } = comment;
  return (await tx.comment.updateMany({ where: { id, workspaceId, authorId, deletedAt: null }, data })).count === 1;
}

/** Takes a comment's words out of sight; its place stays. @returns false for one that is deleted or somebody else's */
export async function deleteComment(
  tx: Tx,
  workspaceId: string,
  comment: { id: string; authorId: string; at: Date },
): Promise<boolean> {
  const where = { id: comment.id, workspaceId, authorId: comment.authorId, deletedAt: null };
  return (await tx.comment.updateMany({ where, data: { deletedAt: comment.at } })).count === 1;
}

/** Lets everybody read comments that were kept; they were said when they were posted. */
export async function postComments(tx: Tx, workspaceId: string, ids: readonly string[], at: Date): Promise<void> {
  // One statement each, so that they stay in the order they were written in.
  for (const [place, id] of ids.entries()) {
    const createdAt = new Date(at.getTime() + place);
    await tx.comment.updateMany({ where: { id, workspaceId, pending: true }, data: { pending: false, createdAt } });
  }
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
