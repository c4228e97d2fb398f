import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '@/lib/infra/db/migrate';

const server = new URL(process.env.DATABASE_URL ?? '');
const name = `first_admin_${randomBytes(6).toString('hex')}`;
const own = Object.assign(new URL(server), { pathname: `/${name}` });
const call = { requestId: 'rq_1', address: 'direct', userAgent: 'test', sessionCookie: undefined };

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The use cases of a process whose database has no people yet; the environment is read when they are loaded. */
async function onFreshInstance() {
  const [first, demo, world, db] = await Promise.all([
    import('./first-admin'),
    import('./enter-demo'),
    import('@/lib/features/testing/world'),
    import('@/lib/infra/db/client'),
  ]);
  return { ...first, ...demo, ...world, ...db };
}

beforeAll(async () => {
  await onServer(`create database ${name}`);
  await migrate(own.href);
  process.env.DATABASE_URL = own.href;
  process.env.WAYMARK_DEMO = '1';
});

afterAll(async () => {
  await (await onFreshInstance()).prisma().$disconnect();
  process.env.DATABASE_URL = server.href;
  delete process.env.WAYMARK_DEMO;
  await onServer(`drop database ${name} with (force)`);
});

it('lets only people of a demo workspace be entered, and does not count them as the first admin', async () => {
  const instance = await onFreshInstance();
  const ordinary = await instance.createWorld();
  expect(await instance.listDemoPeople()).toEqual([]);
  const refused = await instance.enterDemo(call, { userId: ordinary.people.admin.userId });
  expect(refused).toEqual({ ok: false, error: { code: 'auth.demo-unavailable' } });
  await instance.prisma().workspace.update({ where: { id: ordinary.workspaceId }, data: { isDemo: true } });
  const entered = await instance.enterDemo(call, { userId: ordinary.people.viewer.userId });
  expect(entered).toMatchObject({ ok: true, value: { workspace: ordinary.slug } });
  expect(await instance.needsFirstAdmin()).toBe(true);
});

it('gives an instance one first admin, however many ask at once', async () => {
  const instance = await onFreshInstance();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      instance.signUpFirstAdmin(call, {
        workspaceName: `Shop ${n}`,
        name: `Ana ${n}`,
        email: `ana${n}@example.com`,
        password: 'blue kettle on the fern',
      }),
    ),
  );
  const [won, ...others] = answers.filter(({ ok }) => ok);
  expect(others).toEqual([]);
  expect(won).toMatchObject({ value: { workspace: expect.stringMatching(/^shop-\d$/) } });
  for (const lost of answers.filter(({ ok }) => !ok)) {
    expect(lost).toEqual({ ok: false, error: { code: 'auth.already-set-up' } });
  }
  expect(await instance.prisma().user.count({ where: { passwordHash: { not: null } } })).toBe(1);
  expect(await instance.needsFirstAdmin()).toBe(false);
});
