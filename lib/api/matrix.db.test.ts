import { beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '@/lib/domain/access/roles';
import { includesScope, type Scope, scopes } from '@/lib/domain/access/scopes';
import { addToken, createWorld, type World } from '@/lib/features/testing/world';
import { routes } from './list';
import { matrix } from './matrix';
import type { Route } from './route';
import { call, type Sender } from './testing/client';
import type { Example } from './testing/row';

let world: World;
let elsewhere: World;

beforeAll(async () => {
  [world, elsewhere] = await Promise.all([createWorld(), createWorld()]);
});

function addressOf(route: Route, slug: string, params: Example['params'] = {}): string {
  return route.path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(name === 'workspace' ? slug : String(params[name])),
  );
}

function rowOf(route: Route) {
  const row = matrix[route.id];
  if (!row) throw new Error(`${route.id} is not in the matrix`);
  return row;
}

async function exampleOf(route: Route, role: Role): Promise<Example> {
  return rowOf(route).example(world, world.people[role]);
}

function send(route: Route, sender: Sender, example: Example): Promise<Response> {
  return call(sender, route.method, addressOf(route, world.slug, example.params), example);
}

/** The role that may and the one below it. */
function twins(needs: Role): { allowed: Role; denied: Role | undefined } {
  return { allowed: needs, denied: roles[roles.indexOf(needs) - 1] };
}

const each = (door: Route['door']) =>
  routes.filter((route) => route.door === door).map((route) => [route.id, route] as const);

describe('every route for members', () => {
  describe.each(each('workspace'))('%s', (_id, route) => {
    const row = matrix[route.id];
    if (!row || row.needs === 'public' || row.needs === 'person')
      throw new Error(`${route.id} has no role in the matrix`);
    const { allowed, denied } = twins(row.needs);
    const { scope } = row;

    it(`lets ${allowed} in`, async () => {
      const example = await exampleOf(route, allowed);
      const response = await send(route, world.people[allowed], example);
      expect([response.status, response.status >= 400 ? await response.text() : '']).toEqual([
        example.status ?? route.status,
        '',
      ]);
      expect(response.headers.get('cache-control')).toMatch(/^private, no-(store(, no-transform)?|cache)$/);
    });

    if (denied) {
      it(`refuses ${denied}`, async () => {
        const example = await exampleOf(route, allowed);
        const response = await send(route, world.people[denied], example);
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'access.denied', needs: row.needs });
      });
    }

    it('answers a token by its scope', async () => {
      const me = world.people[allowed];
      const example = await exampleOf(route, allowed);
      const lacking = scopes.filter((held) => scope === 'session' || !includesScope([held], scope));
      for (const held of lacking) {
        expect((await send(route, { token: await addToken(me, [held]) }, example)).status).toBe(403);
      }
      if (scope === 'session') return;
      const response = await send(route, { token: await addToken(me, [scope satisfies Scope]) }, example);
      expect(response.status).toBe(example.status ?? route.status);
    });

    it('asks who it is', async () => {
      const example = await exampleOf(route, allowed);
      expect((await send(route, undefined, example)).status).toBe(401);
      expect((await send(route, { token: `wmk_${'x'.repeat(43)}` }, example)).status).toBe(401);
    });

    it('does not exist for a stranger, their token, or in another workspace', async () => {
      const example = await exampleOf(route, allowed);
      const stranger = elsewhere.people.admin;
      expect((await send(route, stranger, example)).status).toBe(404);
      expect((await send(route, { token: await addToken(stranger) }, example)).status).toBe(404);
      if (!example.params || Object.keys(example.params).length === 0) return;
      const crossed = await call(stranger, route.method, addressOf(route, elsewhere.slug, example.params), example);
      expect([403, 404]).toContain(crossed.status);
    });

    it('refuses what it does not know', async () => {
      const example = await exampleOf(route, allowed);
      const query = await send(route, world.people[allowed], {
        ...example,
        query: { ...example.query, 'no-such-member': '1' },
      });
      expect([query.status, await query.json()]).toMatchObject([
        400,
        { code: 'request.invalid', errors: [{ path: 'no-such-member' }] },
      ]);
      if (!route.body) return;
      const body = await send(route, world.people[allowed], { ...example, body: { 'no-such-member': 1 } });
      expect(body.status).toBe(400);
      const text = await send(route, world.people[allowed], {
        ...example,
        headers: { ...example.headers, 'content-type': 'text/plain' },
      });
      expect(text.status).toBe(415);
    });
  });
});

describe('every route for a signed-in person', () => {
  it.each(each('person'))('%s', async (_id, route) => {
    const me = world.people.admin;
    const example = await rowOf(route).example(world, me);
    expect((await send(route, undefined, example)).status).toBe(401);
    const byToken = await send(route, { token: await addToken(me) }, example);
    expect(byToken.status).toBe(rowOf(route).scope === 'session' ? 401 : (example.status ?? route.status));
    const unknown = await send(route, me, { ...example, query: { 'no-such-member': '1' } });
    expect(unknown.status).toBe(400);
    const response = await send(route, me, example);
    expect(response.status).toBe(example.status ?? route.status);
  });
});

describe('every route for anyone', () => {
  it.each(each('public'))('%s', async (_id, route) => {
    const example = await exampleOf(route, 'viewer');
    const response = await send(route, undefined, example);
    expect(response.status).toBe(example.status ?? route.status);
    const crossSite = await send(route, undefined, { ...example, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(crossSite.status).toBe(route.method === 'GET' ? 200 : 403);
  });
});
