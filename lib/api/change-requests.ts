import { previewChangeSchema, previewViewSchema } from '@/lib/contracts/change-previews';
import {
  acknowledgeSchema,
  addItemSchema,
  approveSchema,
  changeRequestPageSchema,
  changeRequestViewSchema,
  changeViewSchema,
  closeSchema,
  commentSchema,
  createChangeRequestSchema,
  editChangeSchema,
  emptyBodySchema,
  liftVerdictSchema,
  listChangeRequestsQuerySchema,
  mergedViewSchema,
  overturnClaimSchema,
  requestChangesSchema,
  updateChangeRequestSchema,
} from '@/lib/contracts/change-requests';
import { doneSchema } from '@/lib/contracts/common';
import { conflictsViewSchema, rebaseSchema } from '@/lib/contracts/conflicts';
import {
  editCommentSchema,
  replySchema,
  resolveThreadSchema,
  startThreadSchema,
  threadListSchema,
} from '@/lib/contracts/threads';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { addItem, dropChange, editChange, removeItem } from '@/lib/features/change-requests/edit-change';
import { listChangeRequestRows } from '@/lib/features/change-requests/list-change-requests';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import {
  acknowledgeChangeRequest,
  approveChangeRequest,
  closeChangeRequest,
  commentOnChangeRequest,
  dismissVerdictOf,
  overturnClaimOf,
  reopenChangeRequest,
  requestChangesOf,
  submitChangeRequest,
  takeOverChangeRequest,
  withdrawVerdictOf,
} from '@/lib/features/change-requests/moves';
import { previewChange } from '@/lib/features/change-requests/preview-change';
import { readChange } from '@/lib/features/change-requests/read-change';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { readConflicts } from '@/lib/features/change-requests/read-conflicts';
import { rebaseChangeRequest } from '@/lib/features/change-requests/rebase-change-request';
import { revertRelease } from '@/lib/features/change-requests/revert-release';
import {
  editComment,
  listThreadsOf,
  removeComment,
  replyToThread,
  resolveThread,
  startThread,
} from '@/lib/features/change-requests/threads';
import { updateChangeRequest } from '@/lib/features/change-requests/update-change-request';
import { del, get, patch, post, type Route } from './route';

const all = '/plans/{plan}/change-requests' as const;
const one = '/plans/{plan}/change-requests/{number}' as const;

const moves: readonly Route[] = [
  post(`${one}/submit`, {
    summary: 'Send a draft for review',
    action: 'change-request.submit',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: submitChangeRequest,
  }),
  post(`${one}/approve`, {
    summary: 'Approve the changes you have read',
    action: 'change-request.approve',
    body: approveSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: approveChangeRequest,
  }),
  post(`${one}/request-changes`, {
    summary: 'Block until something is changed',
    action: 'change-request.request-changes',
    body: requestChangesSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: requestChangesOf,
  }),
  post(`${one}/comment`, {
    summary: 'Say something about the whole request',
    action: 'change-request.comment',
    body: commentSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: commentOnChangeRequest,
  }),
  post(`${one}/close`, {
    summary: 'End a request without merging it',
    action: 'change-request.close',
    body: closeSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: closeChangeRequest,
  }),
  post(`${one}/reopen`, {
    summary: 'Make a closed request a draft again',
    action: 'change-request.reopen',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: reopenChangeRequest,
  }),
  post(`${one}/take-over`, {
    summary: 'Take over a proposal',
    action: 'change-request.take-over',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: takeOverChangeRequest,
  }),
  post(`${one}/acknowledge`, {
    summary: 'Acknowledge for a consumer',
    action: 'change-request.acknowledge',
    body: acknowledgeSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: acknowledgeChangeRequest,
  }),
  post(`${one}/rebase`, {
    summary: 'Update a request with the current plan',
    action: 'change-request.rebase',
    body: rebaseSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: rebaseChangeRequest,
  }),
  post(`${one}/merge`, {
    summary: 'Merge a request as a new release',
    action: 'change-request.merge',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: mergedViewSchema,
    run: mergeChangeRequest,
  }),
  post(`${one}/overturn-claim`, {
    summary: 'Say that a claimed clarification changes the meaning',
    action: 'change-request.review',
    body: overturnClaimSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: overturnClaimOf,
  }),
  post(`${one}/verdicts/{verdict}/withdraw`, {
    summary: 'Take your verdict back',
    action: 'change-request.review',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: withdrawVerdictOf,
  }),
  post(`${one}/verdicts/{verdict}/dismiss`, {
    summary: 'Lift somebody’s verdict with a reason',
    action: 'change-request.dismiss',
    body: liftVerdictSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: dismissVerdictOf,
  }),
];

const edits: readonly Route[] = [
  post(`${one}/changes`, {
    summary: 'Propose a new item in a request',
    action: 'change-request.edit',
    body: addItemSchema,
    result: changeViewSchema,
    status: 201,
    run: addItem,
  }),
  get(`${one}/changes/{itemId}`, {
    summary: 'Read the diff of one changed item',
    action: 'change-request.read',
    result: changeViewSchema,
    run: readChange,
  }),
  patch(`${one}/changes/{itemId}`, {
    summary: 'Edit fields of an item in a request',
    action: 'change-request.edit',
    body: editChangeSchema,
    result: changeViewSchema,
    run: editChange,
  }),
  del(`${one}/changes/{itemId}`, {
    summary: 'Take a change out of a request',
    action: 'change-request.edit',
    result: doneSchema,
    run: dropChange,
  }),
  post(`${one}/changes/{itemId}/remove`, {
    summary: 'Propose that an item is removed',
    action: 'change-request.edit',
    body: emptyBodySchema,
    result: changeViewSchema,
    run: removeItem,
  }),
];

const discussions: readonly Route[] = [
  get(`${one}/threads`, {
    summary: 'List the discussions of a request',
    action: 'change-request.read',
    result: threadListSchema,
    run: listThreadsOf,
  }),
  post(`${one}/threads`, {
    summary: 'Start a discussion',
    action: 'change-request.comment',
    body: startThreadSchema,
    result: threadListSchema,
    status: 201,
    run: startThread,
  }),
  post(`${one}/threads/{thread}/comments`, {
    summary: 'Answer in a discussion',
    action: 'change-request.comment',
    body: replySchema,
    result: threadListSchema,
    status: 201,
    run: replyToThread,
  }),
  patch(`${one}/threads/{thread}/comments/{comment}`, {
    summary: 'Edit your own comment, or post one that you kept',
    action: 'change-request.comment',
    body: editCommentSchema,
    result: threadListSchema,
    run: editComment,
  }),
  del(`${one}/threads/{thread}/comments/{comment}`, {
    summary: 'Delete your own comment; its place stays',
    action: 'change-request.comment',
    result: threadListSchema,
    run: removeComment,
  }),
  patch(`${one}/threads/{thread}`, {
    summary: 'Resolve a discussion or open it again',
    action: 'change-request.comment',
    body: resolveThreadSchema,
    result: threadListSchema,
    run: resolveThread,
  }),
];

/** Change requests: the only way a plan changes. */
export const changeRequestRoutes: readonly Route[] = [
  get(all, {
    summary: 'List change requests',
    action: 'change-request.read',
    query: listChangeRequestsQuerySchema,
    result: changeRequestPageSchema,
    run: listChangeRequestRows,
  }),
  post(all, {
    summary: 'Start a change request',
    action: 'change-request.create',
    body: createChangeRequestSchema,
    result: changeRequestViewSchema,
    status: 201,
    run: createChangeRequest,
  }),
  post(`${all}/preview`, {
    summary: 'See what a draft of one item would do',
    action: 'item.read',
    body: previewChangeSchema,
    result: previewViewSchema,
    idempotent: false,
    run: previewChange,
  }),
  get(one, {
    summary: 'Read a change request',
    action: 'change-request.read',
    result: changeRequestViewSchema,
    run: readChangeRequestView,
  }),
  patch(one, {
    summary: 'Change the title or the reason',
    action: 'change-request.edit',
    body: updateChangeRequestSchema,
    ifMatch: 'optional',
    result: changeRequestViewSchema,
    run: updateChangeRequest,
  }),
  get(`${one}/conflicts`, {
    summary: 'List what clashes with the current plan',
    action: 'change-request.read',
    result: conflictsViewSchema,
    run: readConflicts,
  }),
  ...moves,
  ...edits,
  ...discussions,
  post('/plans/{plan}/releases/{number}/revert', {
    summary: 'Open a request that takes back a release',
    action: 'release.revert',
    body: emptyBodySchema,
    result: changeRequestViewSchema,
    status: 201,
    run: revertRelease,
  }),
];
