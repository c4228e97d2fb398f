import {
  announcementListSchema,
  announcementQuerySchema,
  announcementViewSchema,
  createAnnouncementSchema,
} from '@/lib/contracts/announcements';
import { doneSchema } from '@/lib/contracts/common';
import { createAnnouncement } from '@/lib/features/announcements/create-announcement';
import { endAnnouncement } from '@/lib/features/announcements/end-announcement';
import { listAnnouncements } from '@/lib/features/announcements/list-announcements';
import { del, get, post, type Route } from './route';

/** Announcements: words pinned on an item or a plan for a while. */
export const announcementRoutes: readonly Route[] = [
  get('/plans/{plan}/announcements', {
    summary: 'List what is pinned on a plan and its items',
    action: 'announcement.read',
    query: announcementQuerySchema,
    result: announcementListSchema,
    run: listAnnouncements,
  }),
  post('/plans/{plan}/announcements', {
    summary: 'Pin words on an item, or on the whole plan, from one moment until another',
    action: 'announcement.create',
    body: createAnnouncementSchema,
    result: announcementViewSchema,
    status: 201,
    run: createAnnouncement,
  }),
  del('/plans/{plan}/announcements/{id}', {
    summary: 'End an announcement before its time',
    action: 'announcement.end',
    result: doneSchema,
    run: endAnnouncement,
  }),
];
