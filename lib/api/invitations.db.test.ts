import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addPerson, createWorld, type World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { call, callFor } from './testing/client';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

const at = (path: string) => `/workspaces/${world.slug}${path}`;
const address = () => `${newId('p').slice(2)}@example.com`;

async function invite(body: object = { role: 'contributor' }) {
  const made = await callFor<{ id: string; link: string }>(world.people.admin, 'POST', at('/invitations'), { body });
  return { id: made.id, secret: made.link.split('#')[1] ?? '' };
}

function join(secret: string, email = address()) {
  return call(undefined, 'POST', '/invitation-joins', {
    body: { secret, name: 'Mira Joiner', email, password: 'blue kettle on the fern' },
  });
}

describe('an invitation', () => {
  it('says workspace, inviter and role before anything is asked, and nothing secret', async () => {
    const { secret } = await invite();
    const offer = await call(undefined, 'POST', '/invitation-offers', { body: { secret } });
    expect(await offer.json()).toMatchObject({
      workspace: { slug: world.slug },
      inviter: { name: world.people.admin.name },
      role: 'contributor',
      state: 'open',
    });
    const list = await call(world.people.admin, 'GET', at('/invitations'));
    expect(await list.text()).not.toContain(secret);
  });

  it('makes an account, signs it in and lands in the workspace', async () => {
    const { secret } = await invite();
    const email = address();
    const joined = await join(secret, email);
    expect([joined.status, await joined.json()]).toMatchObject([201, { workspace: world.slug }]);
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
    const account = await call({ ...world.people.viewer, cookie }, 'GET', '/account');
    expect(await account.json()).toMatchObject({ email, workspaces: [{ slug: world.slug, role: 'contributor' }] });
  });

  it('works once, even when two use it at the same moment', async () => {
    const { secret } = await invite();
    const answers = await Promise.all([join(secret), join(secret), join(secret)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
    expect(await (await join(secret)).json()).toMatchObject({ code: 'invitation.used' });
  });

  it('lets a signed-in person in, who keeps their account', async () => {
    const other = await createWorld();
    const person = await addPerson(other.workspaceId, 'viewer');
    const { secret } = await invite({ role: 'approver' });
    const accepted = await call(person, 'POST', '/invitation-acceptances', { body: { secret } });
    expect(await accepted.json()).toEqual({ workspace: world.slug });
    expect(await callFor(person, 'GET', at(''))).toMatchObject({ role: 'approver' });
    const again = await call(person, 'POST', '/invitation-acceptances', { body: { secret } });
    expect(again.status).toBe(410);
  });

  it('that has expired names whom to ask, and leaves no account behind', async () => {
    const { secret } = await invite({ role: 'viewer', expiresInDays: 1 });
    const email = address();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 });
    try {
      const offer = await call(undefined, 'POST', '/invitation-offers', { body: { secret } });
      expect(await offer.json()).toMatchObject({ state: 'expired', inviter: { name: world.people.admin.name } });
      const late = await join(secret, email);
      expect([late.status, await late.json()]).toMatchObject([
        410,
        { code: 'invitation.expired', detail: `Ask ${world.people.admin.name} for a new one` },
      ]);
    } finally {
      vi.useRealTimers();
    }
    const signIn = await call(undefined, 'POST', '/session', { body: { email, password: 'blue kettle on the fern' } });
    expect(signIn.status).toBe(401);
  });

  it('that was taken back is of no use', async () => {
    const { id, secret } = await invite();
    await callFor(world.people.admin, 'DELETE', at(`/invitations/${id}`));
    expect(await (await join(secret)).json()).toMatchObject({ code: 'invitation.revoked' });
  });

  it('for one address is refused to every other', async () => {
    const email = address();
    const { secret } = await invite({ role: 'viewer', email });
    expect((await join(secret)).status).toBe(403);
    const stranger = await addPerson((await createWorld()).workspaceId, 'viewer');
    expect((await call(stranger, 'POST', '/invitation-acceptances', { body: { secret } })).status).toBe(403);
    expect((await join(secret, email.toUpperCase())).status).toBe(201);
  });

  it('never takes over an account that exists', async () => {
    const { secret } = await invite();
    expect((await join(secret, world.people.viewer.email)).status).toBe(409);
    expect((await join(secret)).status).toBe(201);
  });
});
