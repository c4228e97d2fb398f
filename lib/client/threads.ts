import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { editCommentSchema, replySchema, startThreadSchema, threadListSchema } from '@/lib/contracts/threads';
import { changeRequestKeys, changeRequestPath, useEditing } from './change-requests';
import { api, newIdempotencyKey } from './http';
import type { PlanPlace } from './items';
import { unlessLive } from './live-pace';

const changeRequestsContract = () => import('@/lib/contracts/change-requests');
const threadsContract = () => import('@/lib/contracts/threads');

/** The discussions of a request. */
export function threadListOptions(place: PlanPlace, number: number) {
  return queryOptions({
    queryKey: changeRequestKeys.threads(place, number),
    queryFn: ({ signal }) =>
      api(`${changeRequestPath(place, number)}/threads`, {
        schema: async () => (await threadsContract()).threadListSchema,
        signal,
      }),
    refetchInterval: unlessLive(2_000),
  });
}

/** Starts a discussion on the request, an item or a field. */
export function useStartThread(place: PlanPlace, number: number) {
  return useDiscussing(place, number, (body: z.input<typeof startThreadSchema>) =>
    api(`${changeRequestPath(place, number)}/threads`, {
      method: 'POST',
      body,
      schema: async () => (await threadsContract()).threadListSchema,
      idempotencyKey: newIdempotencyKey(),
    }),
  );
}

/** Answers in a discussion. */
export function useReply(place: PlanPlace, number: number) {
  return useDiscussing(place, number, ({ threadId, ...body }: z.input<typeof replySchema> & { threadId: string }) =>
    api(`${changeRequestPath(place, number)}/threads/${encodeURIComponent(threadId)}/comments`, {
      method: 'POST',
      body,
      schema: async () => (await threadsContract()).threadListSchema,
      idempotencyKey: newIdempotencyKey(),
    }),
  );
}

/** Puts a suggested wording into its field and resolves the discussion, or takes both back; says what it saw in the field. */
export function useTakeWording(place: PlanPlace, number: number) {
  return useEditing(
    place,
    number,
    async (wording: {
      threadId: string;
      itemId: string;
      field: string;
      from: string;
      to: string;
      resolved: boolean;
    }) => {
      const { threadId, itemId, field, from, to, resolved } = wording;
      await api(`${changeRequestPath(place, number)}/changes/${encodeURIComponent(itemId)}`, {
        method: 'PATCH',
        body: { fields: { [field]: to }, expected: { [field]: from } },
        schema: async () => (await changeRequestsContract()).changeViewSchema,
      });
      return api(`${changeRequestPath(place, number)}/threads/${encodeURIComponent(threadId)}`, {
        method: 'PATCH',
        body: { resolved },
        schema: async () => (await threadsContract()).threadListSchema,
      });
    },
  );
}

interface CommentPlace {
  readonly threadId: string;
  readonly commentId: string;
}

function commentPath(place: PlanPlace, number: number, { threadId, commentId }: CommentPlace): string {
  return `${changeRequestPath(place, number)}/threads/${encodeURIComponent(threadId)}/comments/${encodeURIComponent(commentId)}`;
}

/** Writes one's own comment again, or posts one that was kept. */
export function useEditComment(place: PlanPlace, number: number) {
  return useDiscussing(
    place,
    number,
    ({ threadId, commentId, ...body }: z.input<typeof editCommentSchema> & CommentPlace) =>
      api(commentPath(place, number, { threadId, commentId }), {
        method: 'PATCH',
        body,
        schema: async () => (await threadsContract()).threadListSchema,
      }),
  );
}

/** Deletes one's own comment. */
export function useDeleteComment(place: PlanPlace, number: number) {
  return useDiscussing(place, number, (comment: CommentPlace) =>
    api(commentPath(place, number, comment), {
      method: 'DELETE',
      schema: async () => (await threadsContract()).threadListSchema,
    }),
  );
}

/** Resolves a discussion or opens it again. */
export function useResolveThread(place: PlanPlace, number: number) {
  return useDiscussing(place, number, ({ threadId, resolved }: { threadId: string; resolved: boolean }) =>
    api(`${changeRequestPath(place, number)}/threads/${encodeURIComponent(threadId)}`, {
      method: 'PATCH',
      body: { resolved },
      schema: async () => (await threadsContract()).threadListSchema,
    }),
  );
}

function useDiscussing<B>(
  place: PlanPlace,
  number: number,
  mutationFn: (body: B) => Promise<z.infer<typeof threadListSchema>>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (list) => client.setQueryData(changeRequestKeys.threads(place, number), list),
  });
}
