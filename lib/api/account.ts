import {
  accountViewSchema,
  changePasswordRequestSchema,
  enterDemoRequestSchema,
  firstAdminRequestSchema,
  renameMyselfRequestSchema,
  sessionListSchema,
  signedInViewSchema,
  signInRequestSchema,
} from '@/lib/contracts/account';
import { doneSchema } from '@/lib/contracts/common';
import { changePassword } from '@/lib/features/auth/change-password';
import { enterDemo } from '@/lib/features/auth/enter-demo';
import { signUpFirstAdmin } from '@/lib/features/auth/first-admin';
import { readAccount } from '@/lib/features/auth/read-account';
import { renameMyself } from '@/lib/features/auth/rename-myself';
import { signIn } from '@/lib/features/auth/sign-in';
import { signOut } from '@/lib/features/auth/sign-out';
import { listSessions } from '@/lib/features/sessions/list-sessions';
import { revokeOtherSessions } from '@/lib/features/sessions/revoke-other-sessions';
import { revokeOwnSession } from '@/lib/features/sessions/revoke-session';
import { anyone, person, type Route } from './route';
import { cookieOf } from './set-cookie';

/** Signing in and out, the account, and where it is signed in. */
export const accountRoutes: readonly Route[] = [
  anyone.post('/session', {
    summary: 'Sign in by password; the session travels in the cookie',
    body: signInRequestSchema,
    result: signedInViewSchema,
    headers: cookieOf,
    run: signIn,
  }),
  anyone.del('/session', {
    summary: 'Sign out of this browser',
    result: doneSchema,
    headers: cookieOf,
    run: signOut,
  }),
  anyone.post('/first-admin', {
    summary: 'Create the first admin of an instance without people, with a workspace',
    body: firstAdminRequestSchema,
    result: signedInViewSchema,
    status: 201,
    headers: cookieOf,
    run: signUpFirstAdmin,
  }),
  anyone.post('/demo-session', {
    summary: 'Enter the demo workspace of a loopback instance as one of its people',
    body: enterDemoRequestSchema,
    result: signedInViewSchema,
    headers: cookieOf,
    run: enterDemo,
  }),
  person.get('/account', {
    summary: 'Who is signed in, and where they belong',
    result: accountViewSchema,
    run: readAccount,
  }),
  person.patch('/account', {
    summary: 'Change the name under which your work is shown',
    body: renameMyselfRequestSchema,
    result: accountViewSchema,
    run: renameMyself,
  }),
  person.put('/account/password', {
    summary: 'Set a new password; every other session ends',
    body: changePasswordRequestSchema,
    result: doneSchema,
    headers: cookieOf,
    run: changePassword,
  }),
  person.get('/account/sessions', { summary: 'Where you are signed in', result: sessionListSchema, run: listSessions }),
  person.del('/account/sessions', {
    summary: 'End every session but this one',
    result: doneSchema,
    run: revokeOtherSessions,
  }),
  person.del('/account/sessions/{id}', {
    summary: 'End one of your sessions',
    result: doneSchema,
    run: revokeOwnSession,
  }),
];
