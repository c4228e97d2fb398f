'use client';
import { MessageSquareOff } from 'lucide-react';
import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import type { PlanPlace } from '@/lib/client/items';
import { useReply, useResolveThread } from '@/lib/client/threads';
import type { ThreadView } from '@/lib/contracts/threads';
import { CommentBox } from './comment-box';
import { CommentItem } from './comment-item';
import { draftKey, firstWords } from './threads';
import { refusalWords } from './words';

export interface ThreadCardProps {
  readonly place: PlanPlace;
  readonly number: number;
  readonly thread: ThreadView;
  /** The field says something else by now. */
  readonly isEarlier?: boolean;
  /** What its field says now; undefined while that is not known, null where it says nothing in words. */
  readonly present?: string | null | undefined;
  /** What its field says where other words can be suggested. */
  readonly wording?: string | undefined;
  /** Whether a verdict can be given that takes kept comments along. */
  readonly canKeep: boolean;
}

/** One discussion: what was said, an answer, and whether it is settled. */
export function ThreadCard({ place, number, thread, isEarlier = false, present, wording, canKeep }: ThreadCardProps) {
  const [isReplying, setReplying] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const reply = useReply(place, number);
  const resolve = useResolveThread(place, number);
  const isResolved = thread.resolvedAt !== null;
  const settle = (resolved: boolean) =>
    resolve.mutate(
      { threadId: thread.id, resolved },
      {
        onSuccess: () => {
          setOpen(false);
          announce(resolved ? 'Discussion resolved' : 'Discussion opened again');
        },
        onError: (error) => notifyFailure(refusalWords(error)),
      },
    );
  if (isResolved && !isOpen) {
    return (
      <article
        aria-label="Resolved discussion"
        className="flex min-w-0 items-center gap-2 rounded-card border border-border bg-surface px-3 py-1.5 text-muted text-sm"
      >
        <MessageSquareOff aria-hidden className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate" dir="auto">
          Resolved. {firstWords(thread)}
        </span>
        <Button size="toolbar" variant="ghost" onClick={() => setOpen(true)}>
          Show
        </Button>
      </article>
    );
  }
  return (
    <article
      aria-label={isResolved ? 'Resolved discussion' : 'Discussion'}
      className="flex min-w-0 flex-col gap-3 rounded-card border border-border bg-raised p-3"
    >
      {isEarlier && thread.quote ? (
        <div className="flex flex-col gap-1 rounded-control bg-surface px-2 py-1.5 text-sm">
          <p className="text-subtle">About an earlier wording</p>
          <blockquote dir="auto" className="break-words border-control border-l-2 pl-2 text-muted">
            {thread.quote}
          </blockquote>
        </div>
      ) : null}
      <ol className="flex flex-col gap-3">
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            place={place}
            number={number}
            thread={thread}
            comment={comment}
            present={present}
          />
        ))}
      </ol>
      {isReplying ? (
        <CommentBox
          label="Write an answer"
          submitLabel="Answer"
          storageKey={draftKey(place, number, `reply:${thread.id}`)}
          takeFocus
          onClose={() => setReplying(false)}
          canKeep={canKeep}
          wording={wording}
          onSubmit={async (said) => {
            await reply.mutateAsync({ threadId: thread.id, ...said });
            announce(said.pending ? 'Added to your review' : 'Answer posted');
          }}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="toolbar" onClick={() => setReplying(true)}>
            Answer
          </Button>
          {thread.pending ? null : (
            <Button size="toolbar" variant="ghost" pending={resolve.isPending} onClick={() => settle(!isResolved)}>
              {isResolved ? 'Open again' : 'Resolve'}
            </Button>
          )}
          {isResolved ? (
            <Button size="toolbar" variant="ghost" onClick={() => setOpen(false)}>
              Hide
            </Button>
          ) : null}
        </div>
      )}
    </article>
  );
}
