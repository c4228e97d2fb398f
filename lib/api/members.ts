import { doneSchema } from '@/lib/contracts/common';
import {
  memberListQuerySchema,
  memberPageSchema,
  memberViewSchema,
  updateMemberRequestSchema,
} from '@/lib/contracts/members';
import { listMembers } from '@/lib/features/members/list-members';
import { removeMember } from '@/lib/features/members/remove-member';
import { updateMember } from '@/lib/features/members/update-member';
import { del, get, patch, type Route } from './route';

/** The members of a workspace and their roles. */
export const memberRoutes: readonly Route[] = [
  get('/members', {
    summary: 'List members by name',
    action: 'member.read',
    query: memberListQuerySchema,
    result: memberPageSchema,
    run: listMembers,
  }),
  patch('/members/{id}', {
    summary: 'Give a member another role',
    action: 'member.update',
    body: updateMemberRequestSchema,
    result: memberViewSchema,
    run: updateMember,
  }),
  del('/members/{id}', {
    summary: 'Take a member out of the workspace',
    action: 'member.remove',
    result: doneSchema,
    run: removeMember,
  }),
];
