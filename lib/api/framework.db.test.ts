import { beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { call, callFor } from './testing/client';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

const at = (path = '') => `/workspaces/${world.slug}${path}`;
const teamNamed = (name: string) => ({ body: { name } });
const teams = async () => (await callFor<{ items: { name: string }[] }>(world.people.admin, 'GET', at('/teams'))).items;

describe('a keyed request', () => {
  const headers = () => ({ 'idempotency-key': newId('key') });

  it('acts once, however often and however parallel it is sent', async () => {
    const sent = { ...teamNamed('Once'), headers: headers() };
    const first = await call(world.people.admin, 'POST', at('/teams'), sent);
    const body = await first.text();
    const again = await Promise.all([1, 2, 3].map(() => call(world.people.admin, 'POST', at('/teams'), sent)));
    for (const reply of again) {
      expect([reply.status, reply.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
      expect(await reply.text()).toBe(body);
    }
    expect((await teams()).filter(({ name }) => name === 'Once')).toHaveLength(1);

    const raced = { ...teamNamed('Raced'), headers: headers() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => call(world.people.admin, 'POST', at('/teams'), raced)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect((await teams()).filter(({ name }) => name === 'Raced')).toHaveLength(1);
  });

  it('keeps a refusal too, and refuses the key for anything else', async () => {
    const key = headers();
    const taken = await call(world.people.admin, 'POST', at('/teams'), { ...teamNamed('Once'), headers: key });
    expect(taken.status).toBe(409);
    const replay = await call(world.people.admin, 'POST', at('/teams'), { ...teamNamed('Once'), headers: key });
    expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([409, 'true']);
    const other = await call(world.people.admin, 'POST', at('/teams'), { ...teamNamed('Other'), headers: key });
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'idempotency.reused' }]);
  });
});

describe('a version that was read', () => {
  const rename = (headers: Record<string, string>) =>
    call(world.people.admin, 'PATCH', at(), { body: { name: 'Renamed' }, headers });

  it('must be named, in its form, and must still hold', async () => {
    const read = await call(world.people.admin, 'GET', at());
    const tag = read.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"\d+"$/);
    expect((await rename({})).status).toBe(428);
    expect((await rename({ 'if-match': 'seven' })).status).toBe(400);
    const both = await Promise.all([rename({ 'if-match': tag }), rename({ 'if-match': tag })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await rename({ 'if-match': tag })).status).toBe(412);
  });
});

describe('a request', () => {
  it('from another site changes nothing', async () => {
    const send = (headers: Record<string, string>) =>
      call(world.people.admin, 'POST', at('/teams'), { ...teamNamed('Forged'), headers });
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await send({ 'sec-fetch-site': site })).status).toBe(403);
    }
    expect((await teams()).some(({ name }) => name === 'Forged')).toBe(false);
  });

  it.each([
    ['POST', '/teams', '{"name":', 400, 'request.malformed'],
    ['POST', '/teams', '{"name":"a\\u0000b"}', 400, 'request.invalid'],
    ['POST', '/teams', '{"name":"\\ud800"}', 400, 'request.invalid'],
    ['POST', '/teams', `${'['.repeat(70)}${']'.repeat(70)}`, 400, 'request.malformed'],
    ['POST', '/teams', '[]', 400, 'request.invalid'],
    ['POST', '/teams', '{"name":5}', 400, 'request.invalid'],
    ['POST', '/teams', '{"name":"x","isAdmin":true}', 400, 'request.invalid'],
    ['GET', '/teams?archived=maybe', undefined, 400, 'request.invalid'],
    ['GET', '/members?limit=0', undefined, 400, 'request.invalid'],
    ['GET', '/members?limit=5&limit=6', undefined, 400, 'request.invalid'],
    ['DELETE', '/teams/%00', undefined, 400, 'request.invalid'],
    ['DELETE', '/teams/none', undefined, 404, 'team.not-found'],
    ['GET', '/nowhere', undefined, 404, 'request.not-found'],
    ['PUT', '/teams', undefined, 405, 'request.method-not-allowed'],
  ])('%s %s with %s is answered %i %s', async (method, path, body, status, code) => {
    const response = await call(world.people.admin, method, at(path), body === undefined ? {} : { body });
    const problem = await response.json();
    expect([response.status, problem.code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ status, requestId: response.headers.get('x-request-id') });
  });

  it('of more than its bytes is refused', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(9_000_000) });
    expect((await call(world.people.admin, 'POST', at('/teams'), { body })).status).toBe(413);
  });

  it('says which methods an address takes', async () => {
    expect((await call(world.people.admin, 'PUT', at('/teams'))).headers.get('allow')).toBe('GET, POST');
  });

  it('finds the workspace by slug or id and the whole API in one document', async () => {
    const byId = await call(world.people.viewer, 'GET', `/workspaces/${world.workspaceId}`);
    expect(byId.status).toBe(200);
    const document = await callFor<{ openapi: string; paths: Record<string, unknown> }>(
      undefined,
      'GET',
      '/openapi.json',
    );
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/v1/workspaces/{workspace}/teams');
  });
});

describe('the audit', () => {
  it('has one row per state change, with who and by what', async () => {
    const before = await callFor<{ total: number }>(world.people.admin, 'GET', at('/audit'));
    await callFor(world.people.admin, 'POST', at('/teams'), teamNamed('Audited'));
    const after = await callFor<{ total: number; items: object[] }>(world.people.admin, 'GET', at('/audit'));
    expect(after.total).toBe(before.total + 1);
    expect(after.items[0]).toMatchObject({
      action: 'team.create',
      actor: { id: world.people.admin.userId },
      via: `session:${world.people.admin.sessionId}`,
      detail: { name: 'Audited' },
    });
  });
});
