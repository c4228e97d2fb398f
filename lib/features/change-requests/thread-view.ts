import 'server-only';
import * as z from 'zod';
import type { ThreadView } from '@/lib/contracts/threads';
import { type People, personName } from '@/lib/domain/review/people';
import type { Comment, Thread } from '@/lib/store/threads';

/** What is stored of a suggested wording. */
const suggestionSchema = z.object({ from: z.string(), text: z.string() });
export type Suggestion = z.infer<typeof suggestionSchema>;

/** One discussion as its reader sees it. */
export function threadView(thread: Thread, people: People): ThreadView {
  return {
    id: thread.id,
    itemId: thread.itemId,
    field: thread.field,
    quote: thread.quote,
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    pending: thread.comments.every((comment) => comment.pending),
    comments: thread.comments.map((comment) => commentView(comment, people)),
  };
}

function commentView(comment: Comment, people: People): ThreadView['comments'][number] {
  const { id, author, pending, createdAt, editedAt, deletedAt } = comment;
  const deleted = deletedAt !== null;
  const suggestion = suggestionSchema.safeParse(comment.suggestion);
  return {
    id,
    author,
    body: deleted ? '' : comment.body,
    mentions: deleted ? [] : comment.mentions.map((userId) => ({ id: userId, name: personName(people, userId) })),
    suggestion: deleted || !suggestion.success ? null : suggestion.data,
    pending,
    deleted,
    editedAt: editedAt?.toISOString() ?? null,
    at: createdAt.toISOString(),
  };
}
