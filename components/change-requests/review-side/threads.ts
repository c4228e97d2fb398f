import { shownText } from '@/components/shared/mentions/mentions';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { ThreadView } from '@/lib/contracts/threads';

/** What a discussion is about: a field, an item (`field` null), or the whole request (both null). */
export interface Subject {
  readonly itemId: string | null;
  readonly field: string | null;
}

/** The discussions of one subject: the open ones first, each in the order they began. */
export function threadsAt(threads: readonly ThreadView[], subject: Subject): ThreadView[] {
  const own = threads.filter((thread) => thread.itemId === subject.itemId && thread.field === subject.field);
  return [...own.filter((thread) => !thread.resolvedAt), ...own.filter((thread) => thread.resolvedAt)];
}

/** Whether the field does not say any more what a discussion began with; false while that is not known. */
export function isAboutEarlier(thread: Pick<ThreadView, 'quote'>, present: string | null | undefined): boolean {
  return thread.quote !== null && present !== undefined && thread.quote !== (present ?? '');
}

/** A discussion in one line: who began it and with what words. */
export function firstWords(thread: Pick<ThreadView, 'comments'>, most = 80): string {
  const [first] = thread.comments;
  if (!first) return '';
  const said = first.deleted
    ? 'Deleted comment'
    : shownText(first.body, first.mentions) || (first.suggestion ? 'Suggested other words' : '');
  // Only marks that no name contains are dropped: `order_id` stays as it is.
  const line = said
    .replace(/\*\*|`/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = Array.from(line).slice(0, most).join('');
  return `${first.author.name}: ${short.length < line.length ? `${short.trimEnd()} …` : line}`;
}

/** Where this browser keeps what is being written about a subject. */
export function draftKey(place: { workspace: string; plan: string }, number: number, what: string): string {
  return `wm-comment:${place.workspace}/${place.plan}#${number}:${what}`;
}

/** How many comments the reader keeps to themselves until their verdict. */
export function keptCount(threads: readonly ThreadView[]): number {
  return threads.reduce((sum, thread) => sum + thread.comments.filter((one) => one.pending && !one.deleted).length, 0);
}

/** Whether a verdict on the request can still be given, with which kept comments go out. */
export function takesVerdicts(view: Pick<ChangeRequestView, 'status'> | undefined): boolean {
  return view !== undefined && view.status !== 'merged' && view.status !== 'closed';
}
