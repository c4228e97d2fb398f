import 'server-only';
import type { Actor, Via } from '@/lib/domain/access/actor';
import { type Role, roles } from '@/lib/domain/access/roles';
import { scopes as allScopes, type Scope } from '@/lib/domain/access/scopes';
import { hashSecret, newSecret } from '@/lib/infra/auth/secrets';
import { sealSession, sessionCookieName } from '@/lib/infra/auth/session-cookie';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { createMembership } from '@/lib/store/memberships';
import { createSession } from '@/lib/store/sessions';
import { createToken } from '@/lib/store/tokens';
import { createUser } from '@/lib/store/users';
import { createWorkspace } from '@/lib/store/workspaces';

/** A person of a test's workspace, signed in. */
export interface Persona {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionId: string;
  /** Value of the `Cookie` header. */
  readonly cookie: string;
  /** The person as use cases see them. */
  readonly actor: Actor;
}

/** A workspace of a test's own, with one person per role. */
export interface World {
  readonly workspaceId: string;
  readonly slug: string;
  readonly people: Readonly<Record<Role, Persona>>;
}

/** Creates a workspace that nobody else uses, with one signed-in person per role. */
export async function createWorld(): Promise<World> {
  const workspaceId = newId('ws');
  const slug = `test-${workspaceId.slice(-12)}`;
  await createWorkspace(prisma(), { id: workspaceId, slug, name: `Test ${slug}`, isDemo: false, createdAt: now() });
  const people = new Map<Role, Persona>();
  for (const role of roles) people.set(role, await addPerson(workspaceId, role));
  return { workspaceId, slug, people: Object.fromEntries(people) as Record<Role, Persona> };
}

/** Adds a signed-in person to a workspace. */
export async function addPerson(
  workspaceId: string,
  role: Role,
  options: { passwordHash?: string } = {},
): Promise<Persona> {
  const userId = newId('us');
  const sessionId = newId('se');
  const name = `${role[0]?.toUpperCase()}${role.slice(1)} ${userId.slice(-4)}`;
  const email = `${userId.slice(3)}@example.com`;
  const at = now();
  const passwordHash = options.passwordHash ?? null;
  await createUser(prisma(), { id: userId, email, name, passwordHash, createdAt: at });
  await createMembership(prisma(), workspaceId, { userId, role });
  const expiresAt = new Date(at.getTime() + 86_400_000);
  await createSession(prisma(), { id: sessionId, userId, createdAt: at, expiresAt, userAgent: 'test' });
  const cookie = `${sessionCookieName()}=${await sealSession(sessionId)}`;
  const via: Via = { kind: 'session', sessionId };
  return { userId, name, email, role, sessionId, cookie, actor: { userId, workspaceId, role, teamIds: [], via } };
}

/** Makes a token for a person and gives its secret. */
export async function addToken(person: Persona, scopes: readonly Scope[] = allScopes): Promise<string> {
  const secret = newSecret('wmk_');
  await createToken(prisma(), person.actor.workspaceId, {
    id: newId('tk'),
    name: 'test',
    hash: hashSecret(secret),
    prefix: secret.slice(0, 10),
    scopes,
    role: person.role,
    createdById: person.userId,
    createdAt: now(),
    expiresAt: null,
  });
  return secret;
}
