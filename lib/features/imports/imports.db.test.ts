import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, callFor } from '@/lib/api/testing/client';
import type { ExportPreview } from '@/lib/contracts/exports';
import type { ImportView } from '@/lib/contracts/imports';
import { createPlan } from '@/lib/features/plans/create-plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { readChangeRequest } from '@/lib/store/change-requests';
import { writeRelease } from '@/lib/store/merge';
import { releaseOf } from '@/lib/store/store-fixture';

const gitlab = readFileSync(new URL('../../../e2e/fixtures/gitlab-events/plan.csv', import.meta.url), 'utf8');
const headers = { 'content-type': 'text/csv' };
let world: World;
let path: string;
let planId: string;

beforeAll(async () => {
  world = await createWorld();
});

async function newPlan(): Promise<void> {
  const created = await createPlan(world.people.admin.actor, { name: `Plan ${newId('x').slice(-8)}`, description: '' });
  if (!created.ok) throw new Error(created.error.code);
  planId = created.value.id;
  path = `/workspaces/${world.slug}/plans/${created.value.slug}`;
}

const upload = (body: string | Uint8Array, query = {}) =>
  call(world.people.contributor, 'POST', `${path}/imports`, { body, headers, query });
const stage = (body: string) =>
  callFor<ImportView>(world.people.contributor, 'POST', `${path}/imports`, {
    body,
    headers,
    query: { name: 'plan.csv' },
  });

/** Merges a change request as the review would, once everything is approved. */
async function merge(number: number): Promise<void> {
  await inTransaction(async (tx) => {
    const request = await readChangeRequest(tx, world.workspaceId, planId, number);
    if (!request) throw new Error(`there is no #${number}`);
    const place = { workspaceId: world.workspaceId, userId: world.people.admin.userId, planId };
    const items = request.changes.flatMap((change) => change.item ?? []);
    await writeRelease(tx, world.workspaceId, releaseOf(place, 1, request.id, items));
  });
}

describe('importing the GitLab plan', () => {
  let view: ImportView;
  beforeAll(newPlan);

  it('stages the file, proposes a mapping and says what it would do', async () => {
    view = await stage(gitlab);
    expect(view).toMatchObject({
      status: 'staged',
      fileName: 'plan.csv',
      rowCount: 1414,
      byteSize: Buffer.byteLength(gitlab),
      changeRequest: null,
    });
    expect(view.summary?.counts).toMatchObject({ events: 1013, changed: 0, removed: 0, same: 0, rejectedRows: 0 });
    expect(view.summary?.missingTeams).toHaveLength(38);
    expect(view.columns[0]).toMatchObject({
      header: 'event_name',
      examples: ['select_deployment_target', 'open_modal', expect.any(String)],
    });
  });

  it('creates the teams it names, for an admin only', async () => {
    const names = view.summary?.missingTeams ?? [];
    const denied = await call(world.people.approver, 'POST', `${path}/imports/${view.id}/teams`, { body: { names } });
    expect(denied.status).toBe(403);
    const after = await callFor<ImportView>(world.people.admin, 'POST', `${path}/imports/${view.id}/teams`, {
      body: { names },
    });
    expect(after.summary?.missingTeams).toEqual([]);
  });

  it('becomes one draft change request, once, however often it is sent', async () => {
    const send = () =>
      call(world.people.contributor, 'POST', `${path}/imports/${view.id}/change-request`, {
        body: { title: 'GitLab' },
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    const after = await callFor<ImportView>(world.people.contributor, 'GET', `${path}/imports/${view.id}`);
    expect(after).toMatchObject({ status: 'applied', changeRequest: 1 });
    const request = await readChangeRequest(prisma(), world.workspaceId, planId, 1);
    expect(request).toMatchObject({
      status: 'draft',
      origin: 'import',
      authorId: world.people.contributor.userId,
      contributors: [world.people.contributor.userId],
    });
    expect(request?.changes.filter((change) => change.item?.kind === 'event')).toHaveLength(1013);
    const chunks = await prisma().importChunk.count({ where: { importId: view.id } });
    expect(chunks).toBe(0);
  });

  it('exports the request before it is merged, and JSON Schemas as an archive', async () => {
    const query = { format: 'json-schema', changeRequest: '1', filter: 'namespace:none' };
    const response = await call(world.people.viewer, 'GET', `${path}/exports`, { query });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files)).toContain('events/select_deployment_target.schema.json');
    expect(Object.keys(files)).toContain('definitions.schema.json');
    const preview = await callFor<ExportPreview>(world.people.viewer, 'GET', `${path}/exports/preview`, {
      query: { ...query, filter: '' },
    });
    expect(preview.events).toBe(1013);
  });

  it('tells every cause of a loss with all that it counts, however many there are of another', async () => {
    const query = { format: 'json-schema', changeRequest: '1' };
    const archive = await call(world.people.viewer, 'GET', `${path}/exports`, { query });
    const listed = unzipSync(new Uint8Array(await archive.arrayBuffer()))['LOSSES.txt'];
    const lines = strFromU8(listed ?? new Uint8Array())
      .trim()
      .split('\n');
    const preview = await callFor<ExportPreview>(world.people.viewer, 'GET', `${path}/exports/preview`, { query });
    expect(preview.lossCount).toBe(lines.length);
    expect(preview.lossCauses.length).toBe(preview.lossCauseCount);
    const counts = preview.lossCauses.map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(Math.max(...counts)).toBeGreaterThan(200);
    for (const { words, count, examples } of preview.lossCauses) {
      expect(lines.filter((line) => line.endsWith(`: ${words}`))).toHaveLength(count);
      expect(examples).toHaveLength(Math.min(count, 8));
    }
  });

  it('gives nothing to change once it is merged, from the file and from our own export', async () => {
    await merge(1);
    const again = await stage(gitlab);
    expect(again.summary).toMatchObject({ release: 1, counts: { added: 0, changed: 0, removed: 0 } });
    const none = await call(world.people.contributor, 'POST', `${path}/imports/${again.id}/change-request`, {
      body: { title: 'Again' },
    });
    expect([none.status, await none.json()]).toMatchObject([409, { code: 'import.no-changes' }]);
    const exported = await call(world.people.viewer, 'GET', `${path}/exports`, { query: { format: 'csv', at: '1' } });
    const back = await stage(await exported.text());
    expect(back.findings).toEqual([]);
    expect(back.summary?.counts).toMatchObject({ added: 0, changed: 0, removed: 0, events: 1013 });
  });
});

describe('a staged import', () => {
  beforeAll(newPlan);
  const file = 'event,property,type\nSigned Up,plan,odd\nSigned Up,plan,string\n,,\nPaid,sum,number\n,,x\n';

  it('is corrected once for all rows, and gives its rejected rows with reasons', async () => {
    const view = await stage(file);
    expect(view.findings.map((finding) => finding.code)).toEqual(['use.repeated', 'row.empty-name', 'type.unknown']);
    const mapping = { ...view.mapping, types: [{ from: 'odd', to: 'string' }] };
    const after = await callFor<ImportView>(world.people.contributor, 'PUT', `${path}/imports/${view.id}/mapping`, {
      body: { mapping },
    });
    expect(after.findings.map((finding) => finding.code)).toEqual(['use.repeated', 'row.empty-name']);
    const rejected = await call(world.people.viewer, 'GET', `${path}/imports/${view.id}/rejected`);
    expect((await rejected.text()).split('\r\n').slice(0, 3)).toEqual([
      'event,property,type,row,reason',
      "Signed Up,plan,string,3,property 'plan' stands twice in one event; the first is taken",
      ',,x,6,the name of the event is empty (column event)',
    ]);
  });

  it('leaves every row out under a mapping without the name of the event, and says so', async () => {
    const view = await stage(file);
    const columns = view.mapping?.columns.map((column) => ({ ...column, field: 'extra' }));
    const after = await callFor<ImportView>(world.people.contributor, 'PUT', `${path}/imports/${view.id}/mapping`, {
      body: { mapping: { ...view.mapping, columns } },
    });
    expect(after.findings.find((finding) => finding.code === 'row.empty-name')).toMatchObject({ severity: 'error' });
    expect(after.summary?.counts).toMatchObject({ added: 0, changed: 0, removed: 0, events: 0 });
  });

  it('is gone without a trace when cancelled', async () => {
    const view = await stage(file);
    expect((await call(world.people.contributor, 'DELETE', `${path}/imports/${view.id}`)).status).toBe(200);
    expect(await prisma().import.count({ where: { id: view.id } })).toBe(0);
    expect(await prisma().importChunk.count({ where: { importId: view.id } })).toBe(0);
  });
});

describe('a file that cannot be taken', () => {
  beforeAll(newPlan);
  it.each([
    ['malformed', 'event,description\nA,"x\n', 422, 'import.malformed', 'row 2'],
    ['with a NUL', 'event,description\nA,x\0\n', 422, 'import.nul', 'Row 2, column 2'],
    ['empty', '', 422, 'import.empty', 'empty'],
  ])('%s: says where, and leaves no trace', async (_, body, status, code, words) => {
    const answer = await upload(body);
    const problem = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(problem.detail).toContain(words);
    expect(await prisma().import.count({ where: { planId } })).toBe(0);
  });

  it('of 100 MB: stops at the cap and leaves no trace', async () => {
    const answer = await upload(new Uint8Array(100 * 1024 * 1024).fill(97));
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'request.too-large' }]);
    expect(await prisma().import.count({ where: { planId } })).toBe(0);
  });

  it('of another kind', async () => {
    const answer = await call(world.people.contributor, 'POST', `${path}/imports`, {
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(415);
  });
});

describe('an export', () => {
  beforeAll(newPlan);
  it.each([
    [{ format: 'nothing' }, 404, 'export.unknown-format'],
    [{ format: 'csv', options: '{"delimiter":"x"}' }, 400, 'request.invalid'],
    [{ format: 'csv', options: 'x' }, 400, 'request.invalid'],
    [{ format: 'csv', filter: 'nonsense:x' }, 400, 'request.invalid'],
    [{ format: 'csv', at: '7' }, 404, 'release.not-found'],
    [{ format: 'csv', changeRequest: '7' }, 404, 'change-request.not-found'],
    [{ format: 'json-schema', file: 'none.json' }, 404, 'export.no-such-file'],
  ])('%o is refused clearly', async (query, status, code) => {
    const answer = await call(world.people.viewer, 'GET', `${path}/exports`, { query });
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
  });
});
