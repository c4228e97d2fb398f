import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { AccountView } from '@/lib/contracts/account';
import type { Actor } from '@/lib/domain/access/actor';
import { sessionCookieName } from '@/lib/infra/auth/session-cookie';
import type { Identity } from '@/lib/infra/http/call';
import { newId } from '@/lib/kit/id';
import { actorIn } from './actor-in';
import { identify } from './identify';
import { readAccount } from './read-account';

/** Who is signed in in this browser, read once per request; undefined for nobody. */
export const currentPerson = cache(async (): Promise<Identity | undefined> => {
  const sessionCookie = (await cookies()).get(sessionCookieName())?.value;
  if (!sessionCookie) return undefined;
  const found = await identify(null, {
    requestId: newId('rq'),
    address: 'direct',
    userAgent: undefined,
    sessionCookie,
  });
  return found.ok ? found.value : undefined;
});

/** The signed-in person with their workspaces; undefined for nobody. */
export const currentUser = cache(async (): Promise<AccountView | undefined> => {
  const person = await currentPerson();
  const account = person && (await readAccount(person));
  return account?.ok ? account.value : undefined;
});

/** The signed-in person as a member of a workspace; undefined for nobody and for strangers. */
export const currentActor = cache(async (workspace: string): Promise<Actor | undefined> => {
  const person = await currentPerson();
  return person && actorIn(person, workspace);
});

/** For pages: the member, or else the sign-in page (for nobody) or "not found" (for strangers). */
export async function requireActor(workspace: string): Promise<Actor> {
  const actor = await currentActor(workspace);
  if (actor) return actor;
  await requirePerson();
  notFound();
}

/** For pages: whoever is signed in, or else the sign-in page, which leads back. */
export async function requirePerson(): Promise<Identity> {
  const person = await currentPerson();
  if (person) return person;
  const wanted = (await headers()).get('x-pathname') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}
