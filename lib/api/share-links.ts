import {
  createdShareLinkSchema,
  createShareLinkSchema,
  shareLinkListSchema,
  shareLinkViewSchema,
} from '@/lib/contracts/share-links';
import { createShareLink } from '@/lib/features/share-links/create-share-link';
import { listShareLinks } from '@/lib/features/share-links/list-share-links';
import { revokeShareLink } from '@/lib/features/share-links/revoke-share-link';
import { del, get, post, type Route } from './route';

/** Share links. Making one is not repeatable by key: its address must be kept nowhere. */
export const shareLinkRoutes: readonly Route[] = [
  get('/plans/{plan}/share-links', {
    summary: 'List the links by which a plan is read without an account',
    action: 'share-link.read',
    result: shareLinkListSchema,
    run: listShareLinks,
  }),
  post('/plans/{plan}/share-links', {
    summary: 'Make a link by which a plan is read without an account; its address is shown once',
    action: 'share-link.create',
    body: createShareLinkSchema,
    result: createdShareLinkSchema,
    status: 201,
    idempotent: false,
    run: createShareLink,
  }),
  del('/plans/{plan}/share-links/{id}', {
    summary: 'End a share link at once',
    action: 'share-link.revoke',
    result: shareLinkViewSchema,
    run: revokeShareLink,
  }),
];
