'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Pending, Skeleton } from '@/components/ui/skeleton';
import { changeRequestOptions } from '@/lib/client/change-requests';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { threadListOptions, useStartThread } from '@/lib/client/threads';
import { CommentBox } from './comment-box';
import { ThreadCard } from './thread-card';
import { draftKey, takesVerdicts, threadsAt } from './threads';

/** The discussion of the request as a whole; keeps every discussion on the page up to date. */
export function RequestThreads({ place, number }: { place: PlanPlace; number: number }) {
  const list = useQuery(threadListOptions(place, number));
  const request = useQuery({ ...changeRequestOptions(place, number), enabled: false, refetchInterval: false });
  const canKeep = takesVerdicts(request.data);
  const start = useStartThread(place, number);
  const [isWriting, setWriting] = useState(false);
  const threads = threadsAt(list.data?.items ?? [], { itemId: null, field: null });
  return (
    <section aria-labelledby="discussion" className="flex min-w-0 max-w-3xl flex-col gap-3">
      <h2 id="discussion" className="font-semibold text-base">
        Discussion
      </h2>
      {list.isError && !list.data ? (
        <ErrorBanner onRetry={() => void list.refetch()} retrying={list.isFetching}>
          {wordsFor(list.error)}
        </ErrorBanner>
      ) : (
        <Pending pending={list.isPending} skeleton={<Skeleton className="w-2/3" />}>
          {threads.length === 0 && !isWriting ? (
            <p className="text-muted text-sm">Nobody has said anything about the request as a whole.</p>
          ) : null}
          {threads.map((thread) => (
            <ThreadCard key={thread.id} place={place} number={number} thread={thread} canKeep={canKeep} />
          ))}
        </Pending>
      )}
      {isWriting ? (
        <CommentBox
          label="Write about the request"
          submitLabel="Comment"
          storageKey={draftKey(place, number, 'request')}
          takeFocus
          onClose={() => setWriting(false)}
          canKeep={canKeep}
          onSubmit={async (said) => {
            await start.mutateAsync(said);
            announce(said.pending ? 'Added to your review' : 'Comment posted');
          }}
        />
      ) : (
        <Button className="self-start" onClick={() => setWriting(true)}>
          Start a discussion
        </Button>
      )}
    </section>
  );
}
