'use client';
import { useQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { announce } from '@/components/ui/announce';
import { ErrorBanner } from '@/components/ui/error-banner';
import { changeOptions, changeRequestOptions } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { threadListOptions, useStartThread } from '@/lib/client/threads';
import { fieldValue } from '@/lib/domain/plan/item';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import { counted } from '@/lib/kit/grouped';
import { CommentBox } from './comment-box';
import { ThreadCard } from './thread-card';
import { draftKey, isAboutEarlier, takesVerdicts, threadsAt } from './threads';

export interface FieldThreadsProps {
  readonly place: PlanPlace;
  readonly number: number;
  readonly itemId: string;
  /** The key of the field; `null` for the item as a whole. */
  readonly field: string | null;
  /** Whether the box for a new discussion is there; discussions that exist show either way. */
  readonly open: boolean;
  /** Closes the box: sent, cancelled or Esc. */
  readonly onClose: () => void;
}

/** The discussions of one field, and where a new one begins. */
export function FieldThreads({ place, number, itemId, field, open, onClose }: FieldThreadsProps) {
  // One watcher of the page asks again and again; a watcher per field would ask as many times.
  const list = useQuery({ ...threadListOptions(place, number), refetchInterval: false });
  const { present, wording, canKeep } = usePresent(place, number, itemId, field);
  const start = useStartThread(place, number);
  const threads = threadsAt(list.data?.items ?? [], { itemId, field });
  const failed = open && list.isError && !list.data;
  const label = useLabel(place, number, itemId, field);
  if (threads.length === 0 && !open) return null;
  return (
    <section aria-label={label} className="flex min-w-0 max-w-3xl flex-col gap-2">
      {failed ? (
        <ErrorBanner onRetry={() => void list.refetch()} retrying={list.isFetching}>
          {wordsFor(list.error)}
        </ErrorBanner>
      ) : null}
      {threads.map((thread) => (
        <ThreadCard
          key={thread.id}
          place={place}
          number={number}
          thread={thread}
          isEarlier={isAboutEarlier(thread, present)}
          present={present}
          wording={wording}
          canKeep={canKeep}
        />
      ))}
      {open ? (
        <CommentBox
          label={field === null ? 'Write about this item' : 'Write about this field'}
          submitLabel="Comment"
          storageKey={draftKey(place, number, `${itemId}:${field ?? ''}`)}
          takeFocus
          onClose={onClose}
          canKeep={canKeep}
          wording={wording}
          onSubmit={async (said) => {
            await start.mutateAsync({ itemId, field, ...said });
            announce(said.pending ? 'Added to your review' : 'Comment posted');
          }}
        />
      ) : null}
    </section>
  );
}

/** Tells one discussion from the others on the page. */
function useLabel(place: PlanPlace, number: number, itemId: string, field: string | null): string {
  const request = useQuery({ ...changeRequestOptions(place, number), enabled: false, refetchInterval: false });
  const row = request.data?.changes.find((one) => one.itemId === itemId);
  const about = row?.fields.find((one) => one.field === field)?.label ?? field;
  return `Discussion of ${[row?.name ?? 'the item', about].filter(Boolean).join(', ')}`;
}

interface Present {
  /** What the field says; undefined while that is not on screen, null where it says nothing in words. */
  readonly present: string | null | undefined;
  /** The same where other words can be suggested. */
  readonly wording: string | undefined;
  /** Whether a verdict can still take kept comments along. */
  readonly canKeep: boolean;
}

/** What a field says now and what can be done about it, from the diff on screen. */
function usePresent(place: PlanPlace, number: number, itemId: string, field: string | null): Present {
  const request = useQuery({ ...changeRequestOptions(place, number), enabled: false, refetchInterval: false });
  const digest = request.data?.changes.find((row) => row.itemId === itemId)?.digest ?? '';
  const change = useQuery({
    ...changeOptions(place, number, itemId, digest),
    enabled: false,
  });
  const canKeep = takesVerdicts(request.data);
  if (field === null || !change.data || change.isPlaceholderData)
    return { present: undefined, wording: undefined, canKeep };
  const { before, after } = change.data;
  const side = after ?? before;
  const value = side ? fieldValue(side, field) : undefined;
  const present = typeof value === 'string' ? value : null;
  const isProse = after !== null && fieldOf(after.kind, field)?.shape === 'prose';
  return { present, wording: isProse && canKeep && present !== null ? present : undefined, canKeep };
}

/** How many open discussions there are; nothing for none. */
export function ThreadCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span
      className="inline-flex items-center gap-1 text-muted text-sm tabular-nums"
      title={counted(count, 'open discussion')}
    >
      <MessageSquare aria-hidden className="size-3.5" />
      {count}
      <span className="sr-only">{count === 1 ? ' open discussion' : ' open discussions'}</span>
    </span>
  );
}
