import {
  bulkTriagedSchema,
  bulkTriageSchema,
  inboxCountSchema,
  inboxEntrySchema,
  inboxPageSchema,
  inboxQuerySchema,
  triageSchema,
} from '@/lib/contracts/inbox';
import { countInbox } from '@/lib/features/inbox/count-inbox';
import { listInbox } from '@/lib/features/inbox/list-inbox';
import { triageEntries, triageEntry } from '@/lib/features/inbox/triage-entry';
import { get, patch, type Route } from './route';

/** The reader's own inbox. */
export const inboxRoutes: readonly Route[] = [
  get('/inbox', {
    summary: 'List a tab of your inbox, newest first',
    action: 'inbox.read',
    query: inboxQuerySchema,
    result: inboxPageSchema,
    run: listInbox,
  }),
  get('/inbox/count', {
    summary: 'Count what is unread in your inbox',
    action: 'inbox.read',
    result: inboxCountSchema,
    run: countInbox,
  }),
  patch('/inbox', {
    summary: 'Mark several entries done, read or acknowledged, or snooze them',
    action: 'inbox.update',
    body: bulkTriageSchema,
    result: bulkTriagedSchema,
    run: triageEntries,
  }),
  patch('/inbox/{id}', {
    summary: 'Mark an entry done, read or acknowledged, or snooze it',
    action: 'inbox.update',
    body: triageSchema,
    result: inboxEntrySchema,
    run: triageEntry,
  }),
];
