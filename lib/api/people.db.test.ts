import { beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addToken, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { hashPassword } from '@/lib/infra/auth/password';
import { call, callFor } from './testing/client';

const password = 'blue kettle on the fern';
let world: World;
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  world = await createWorld();
});

const withPassword = () => addPerson(world.workspaceId, 'contributor', { passwordHash });
const at = (path = '') => `/workspaces/${world.slug}${path}`;

async function signIn(person: Persona, given = password): Promise<Response> {
  return call(undefined, 'POST', '/session', { body: { email: person.email, password: given } });
}

/** The same person with the session of an answer's cookie. */
function withCookieOf(person: Persona, response: Response): Persona {
  return { ...person, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

describe('signing in', () => {
  it('gives a session in an HttpOnly cookie, under the address in any spelling', async () => {
    const person = await withPassword();
    const response = await call(undefined, 'POST', '/session', {
      body: { email: ` ${person.email.toUpperCase()} `, password },
    });
    expect(await response.json()).toEqual({ userId: person.userId, workspace: world.slug });
    expect(response.headers.get('set-cookie')).toMatch(
      /^waymark\.session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    );
    const account = await callFor<{ id: string }>(withCookieOf(person, response), 'GET', '/account');
    expect(account.id).toBe(person.userId);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await signIn(await withPassword(), 'not the password');
    const unknown = await call(undefined, 'POST', '/session', { body: { email: 'nobody@example.com', password } });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [a, b] = [await wrong.json(), await unknown.json()];
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('stops after ten attempts, the right password included, and leaves others alone', async () => {
    const [person, other] = [await withPassword(), await withPassword()];
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(person, 'guess')));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    const late = await signIn(person);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn(other)).status).toBe(200);
  });

  it('ends the session the browser held before', async () => {
    const person = await withPassword();
    const first = withCookieOf(person, await signIn(person));
    const second = await call(first, 'POST', '/session', { body: { email: person.email, password } });
    expect(second.status).toBe(200);
    expect((await call(first, 'GET', '/account')).status).toBe(401);
    expect((await call(withCookieOf(person, second), 'GET', '/account')).status).toBe(200);
  });

  it('takes no cookie that is forged or sealed for nobody', async () => {
    for (const cookie of ['waymark.session=abc', 'waymark.session=', 'waymark.session=a.b.c.d.e']) {
      expect((await call({ ...world.people.admin, cookie }, 'GET', '/account')).status).toBe(401);
    }
  });
});

describe('a session', () => {
  it('is over at once after signing out', async () => {
    const person = await withPassword();
    const signedIn = withCookieOf(person, await signIn(person));
    const out = await call(signedIn, 'DELETE', '/session');
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    expect((await call(signedIn, 'GET', '/account')).status).toBe(401);
  });

  it('is over at once when it is revoked elsewhere, and nobody can revoke another’s', async () => {
    const person = await withPassword();
    const other = withCookieOf(person, await signIn(person));
    expect((await call(world.people.admin, 'DELETE', `/account/sessions/${person.sessionId}`)).status).toBe(404);
    expect((await call(other, 'DELETE', `/account/sessions/${person.sessionId}`)).status).toBe(200);
    expect((await call(person, 'GET', '/account')).status).toBe(401);
    expect((await call(other, 'GET', '/account')).status).toBe(200);
  });

  it('is over everywhere but here when the password changes', async () => {
    const person = await withPassword();
    const other = withCookieOf(person, await signIn(person));
    const body = { currentPassword: password, newPassword: 'another kettle, greener' };
    const weak = await call(person, 'PUT', '/account/password', { body: { ...body, newPassword: 'password123' } });
    expect([weak.status, await weak.json()]).toMatchObject([400, { errors: [{ path: 'newPassword' }] }]);
    const changed = await call(person, 'PUT', '/account/password', { body });
    expect(changed.status).toBe(200);
    for (const old of [person, other]) expect((await call(old, 'GET', '/account')).status).toBe(401);
    expect((await call(withCookieOf(person, changed), 'GET', '/account')).status).toBe(200);
    expect((await signIn(person)).status).toBe(401);
    expect((await signIn(person, body.newPassword)).status).toBe(200);
  });
});

describe('membership', () => {
  it('follows a changed role from the next request on, for tokens too', async () => {
    const person = await addPerson(world.workspaceId, 'admin');
    const token = await addToken(person, ['admin']);
    expect((await call({ token }, 'GET', at('/audit'))).status).toBe(200);
    await callFor(world.people.admin, 'PATCH', at(`/members/${person.userId}`), { body: { role: 'viewer' } });
    expect((await call(person, 'GET', at('/audit'))).status).toBe(403);
    expect((await call({ token }, 'GET', at('/audit'))).status).toBe(403);
    expect((await call({ token }, 'GET', at('/members'))).status).toBe(200);
  });

  it('never lets a token grow with its maker', async () => {
    const person = await addPerson(world.workspaceId, 'viewer');
    const token = await addToken(person, ['admin']);
    await callFor(world.people.admin, 'PATCH', at(`/members/${person.userId}`), { body: { role: 'admin' } });
    expect((await call(person, 'GET', at('/audit'))).status).toBe(200);
    expect((await call({ token }, 'GET', at('/audit'))).status).toBe(403);
  });

  it('ends with removal: the workspace and its tokens are gone for that person', async () => {
    const person = await addPerson(world.workspaceId, 'approver');
    const token = await addToken(person);
    await callFor(world.people.admin, 'DELETE', at(`/members/${person.userId}`));
    expect((await call(person, 'GET', at())).status).toBe(404);
    expect((await call({ token }, 'GET', at())).status).toBe(401);
  });

  it('keeps one admin, even when two leave at once', async () => {
    const own = await createWorld();
    const second = await addPerson(own.workspaceId, 'admin');
    const path = (id: string) => `/workspaces/${own.slug}/members/${id}`;
    const answers = await Promise.all([
      call(own.people.admin, 'PATCH', path(own.people.admin.userId), { body: { role: 'viewer' } }),
      call(second, 'DELETE', path(second.userId)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows addresses to admins and to oneself only', async () => {
    const { items } = await callFor<{ items: { id: string; email: string | null }[] }>(
      world.people.viewer,
      'GET',
      at('/members'),
      {
        query: { limit: '200' },
      },
    );
    expect(items.find(({ id }) => id === world.people.viewer.userId)?.email).toBe(world.people.viewer.email);
    expect(items.find(({ id }) => id === world.people.admin.userId)?.email).toBeNull();
  });
});

describe('tokens', () => {
  it('are shown once, work at once and end at once', async () => {
    const me = world.people.contributor;
    const made = await callFor<{ id: string; secret: string; role: string }>(me, 'POST', at('/tokens'), {
      body: { name: 'CI', scopes: ['read', 'export'] },
    });
    expect(made).toMatchObject({ role: 'contributor', secret: expect.stringMatching(/^wmk_[\w-]{43}$/) });
    expect((await call({ token: made.secret }, 'GET', at())).status).toBe(200);
    const listed = await call(me, 'GET', at('/tokens'));
    expect(await listed.text()).not.toContain(made.secret);
    expect((await call(world.people.viewer, 'DELETE', at(`/tokens/${made.id}`))).status).toBe(404);
    expect((await call(me, 'DELETE', at(`/tokens/${made.id}`))).status).toBe(200);
    expect((await call({ token: made.secret }, 'GET', at())).status).toBe(401);
  });

  it('are strangers to every workspace but their own, their maker’s others included', async () => {
    const me = world.people.admin;
    const { slug } = await callFor<{ slug: string }>(me, 'POST', '/workspaces', { body: { name: 'Second home' } });
    const token = await addToken(me);
    expect((await call(me, 'GET', `/workspaces/${slug}`)).status).toBe(200);
    expect((await call({ token }, 'GET', `/workspaces/${slug}`)).status).toBe(404);
    const account = await callFor<{ workspaces: { slug: string }[] }>({ token }, 'GET', '/account');
    expect(account.workspaces.map((workspace) => workspace.slug)).toEqual([world.slug]);
  });
});
