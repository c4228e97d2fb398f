'use client';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { shownText } from '@/components/shared/mentions/mentions';
import { PersonChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { announce } from '@/components/ui/announce';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { MarkdownText } from '@/components/ui/markdown';
import { RelativeTime } from '@/components/ui/relative-time';
import { notifyFailure } from '@/components/ui/toast';
import type { PlanPlace } from '@/lib/client/items';
import { useDeleteComment, useEditComment } from '@/lib/client/threads';
import type { ThreadView } from '@/lib/contracts/threads';
import { CommentBox } from './comment-box';
import { SuggestedWording } from './suggested-wording';
import { draftKey } from './threads';
import { refusalWords } from './words';

export interface CommentItemProps {
  readonly place: PlanPlace;
  readonly number: number;
  readonly thread: ThreadView;
  readonly comment: ThreadView['comments'][number];
  /** What the field of the discussion says now. */
  readonly present: string | null | undefined;
}

/** One comment: who said what and when, and for one's own the ways to change it. */
export function CommentItem({ place, number, thread, comment, present }: CommentItemProps) {
  const { userId } = usePlan();
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const edit = useEditComment(place, number);
  const remove = useDeleteComment(place, number);
  const isOwn = comment.author.id === userId;
  const at = { threadId: thread.id, commentId: comment.id };
  const failed = (error: unknown) => notifyFailure(refusalWords(error));
  if (comment.deleted) {
    return (
      <li className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm text-subtle">
        <PersonChip name={comment.author.name} />
        <RelativeTime at={comment.at} />
        <p className="w-full italic">This comment was deleted.</p>
      </li>
    );
  }
  return (
    <li className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <PersonChip name={comment.author.name} className="font-medium" />
        {isOwn ? <span className="text-subtle">you</span> : null}
        <RelativeTime at={comment.at} className="text-subtle" />
        {comment.editedAt ? (
          <span className="text-subtle">
            edited <RelativeTime at={comment.editedAt} />
          </span>
        ) : null}
        {comment.pending ? <Badge tone="info">Only you, until your verdict</Badge> : null}
        {isOwn && !isEditing ? (
          <DropdownMenu
            label="Actions on your comment"
            trigger={
              <IconButton label="Actions on your comment" className="ml-auto">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setEditing(true)}>
              Edit
            </MenuItem>
            <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setAsking(true)}>
              Delete
            </MenuItem>
          </DropdownMenu>
        ) : null}
      </div>
      {isEditing ? (
        <CommentBox
          label="Edit your comment"
          submitLabel="Save"
          storageKey={draftKey(place, number, `edit:${comment.id}`)}
          initial={shownText(comment.body, comment.mentions)}
          takeFocus
          onClose={() => setEditing(false)}
          onSubmit={async ({ body }) => {
            await edit.mutateAsync({ ...at, body });
            announce('Comment saved');
          }}
        />
      ) : (
        <>
          {comment.body === '' ? null : (
            <MarkdownText
              text={comment.body}
              marks={comment.mentions.map(({ id, name }) => ({ text: `@${id}`, shown: `@${name}` }))}
            />
          )}
          {comment.suggestion ? (
            <SuggestedWording
              place={place}
              number={number}
              thread={thread}
              suggestion={comment.suggestion}
              present={present}
              isPending={comment.pending}
            />
          ) : null}
          {comment.pending ? (
            <Button
              size="toolbar"
              className="self-start"
              pending={edit.isPending}
              onClick={() =>
                edit.mutate({ ...at, pending: false }, { onSuccess: () => announce('Comment posted'), onError: failed })
              }
            >
              Post now
            </Button>
          ) : null}
        </>
      )}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Delete your comment?"
        consequence={
          comment.pending
            ? 'Nobody else has seen it. It cannot be brought back.'
            : 'Its words are gone for everybody; its place in the discussion stays. It cannot be brought back.'
        }
        confirmLabel="Delete comment"
        pending={remove.isPending}
        onConfirm={() =>
          remove.mutate(at, {
            onSuccess: () => {
              setAsking(false);
              announce('Comment deleted');
            },
            onError: failed,
          })
        }
      />
    </li>
  );
}
