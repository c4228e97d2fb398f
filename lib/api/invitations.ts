import { signedInViewSchema } from '@/lib/contracts/account';
import {
  acceptedViewSchema,
  acceptInvitationRequestSchema,
  createdInvitationViewSchema,
  createInvitationRequestSchema,
  invitationListSchema,
  invitationOfferSchema,
  invitationViewSchema,
  joinRequestSchema,
  readInvitationRequestSchema,
} from '@/lib/contracts/invitations';
import { acceptInvitation } from '@/lib/features/invitations/accept-invitation';
import { createInvitation } from '@/lib/features/invitations/create-invitation';
import { joinAsNewPerson } from '@/lib/features/invitations/join-as-new-person';
import { listInvitations } from '@/lib/features/invitations/list-invitations';
import { readInvitationOffer } from '@/lib/features/invitations/read-invitation-offer';
import { revokeInvitation } from '@/lib/features/invitations/revoke-invitation';
import { anyone, del, get, person, post, type Route } from './route';
import { cookieOf } from './set-cookie';

/** Invitations by link: made by admins, used by whoever holds the link. */
export const invitationRoutes: readonly Route[] = [
  get('/invitations', {
    summary: 'List invitations',
    action: 'invitation.read',
    result: invitationListSchema,
    run: listInvitations,
  }),
  post('/invitations', {
    summary: 'Make an invitation link, shown once',
    action: 'invitation.create',
    body: createInvitationRequestSchema,
    result: createdInvitationViewSchema,
    status: 201,
    idempotent: false,
    run: createInvitation,
  }),
  del('/invitations/{id}', {
    summary: 'Take an invitation back',
    action: 'invitation.revoke',
    result: invitationViewSchema,
    run: revokeInvitation,
  }),
  anyone.post('/invitation-offers', {
    summary: 'See what a link offers',
    body: readInvitationRequestSchema,
    result: invitationOfferSchema,
    run: readInvitationOffer,
  }),
  anyone.post('/invitation-joins', {
    summary: 'Join by a link with a new account',
    body: joinRequestSchema,
    result: signedInViewSchema,
    status: 201,
    headers: cookieOf,
    run: joinAsNewPerson,
  }),
  person.post('/invitation-acceptances', {
    summary: 'Join by a link as the person who is signed in',
    body: acceptInvitationRequestSchema,
    result: acceptedViewSchema,
    run: acceptInvitation,
  }),
];
