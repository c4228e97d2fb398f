import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { approvedRequest, createStage, merge, readHead, type Stage } from '@/lib/features/testing/stage';
import { addToken, createWorld } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { call, callFor, type Sender, type Sent } from './testing/client';

interface Bad extends Sent {
  readonly by?: Sender;
  readonly method?: string;
  readonly path: string;
}

interface Refused {
  readonly status: number;
  readonly code: string;
  /** Dotted places of the fields that are wrong. */
  readonly fields?: readonly string[];
  /** What the answer must say: the row, the name, what to do. */
  readonly says?: RegExp;
}

let stage: Stage;
let plan: string;

beforeAll(async () => {
  stage = await createStage();
  plan = `/workspaces/${stage.world.slug}/plans/${stage.plan}`;
});

const csv = { 'content-type': 'text/csv' };
const requests = () => `${plan}/change-requests`;
const event = (rest: object) => ({ kind: 'event', namespace: null, name: 'New Event', content: {}, ...rest });
const requestOf = (...items: object[]) => ({ title: 'Orders', reason: 'To count them', submit: true, items });

/** Sends what is bad and expects its answer, word for word where it matters, and every table as long as before. */
async function refused(bad: Bad, expected: Refused): Promise<void> {
  const { by = stage.author, method = 'POST', path, ...sent } = bad;
  const before = await rowsOfEveryTable();
  const reply = await call(by, method, path, sent);
  const problem = (await reply.json()) as {
    code: string;
    detail: string;
    errors?: { path: string; message: string }[];
  };
  expect([reply.status, problem.code], JSON.stringify(problem)).toEqual([expected.status, expected.code]);
  expect(problem).toMatchObject({ status: expected.status, requestId: expect.stringMatching(/./u) });
  if (expected.fields) expect(problem.errors?.map((error) => error.path)).toEqual(expected.fields);
  if (expected.says)
    expect(`${problem.detail} ${problem.errors?.map((one) => one.message).join(' ')}`).toMatch(expected.says);
  expect(await rowsOfEveryTable()).toEqual(before);
}

/** Other tests fill the same database, so only what belongs to this workspace or to its people is counted. */
async function rowsOfEveryTable(): Promise<Record<string, number>> {
  const tables = await prisma().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' order by table_name`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await prisma().$queryRawUnsafe<{ rows: number }[]>(
      `select count(*)::int as rows from "${name}" where workspace_id = $1`,
      stage.world.workspaceId,
    );
    counts[name] = row?.rows ?? 0;
  }
  const [jobs] = await prisma().$queryRaw<{ rows: number }[]>`
    select count(*)::int as rows from graphile_worker._private_jobs where payload->>'workspaceId' = ${stage.world.workspaceId}`;
  return { ...counts, jobs: jobs?.rows ?? 0 };
}

describe('a file', () => {
  const upload = (body: string | Uint8Array) => ({ path: `${plan}/imports`, body, headers: csv });

  it.each([
    ['whose quote never ends', 'event,description\nA,"x\n', 'import.malformed', /row 2/iu],
    ['with a NUL byte', 'event,description\nA,x\0\n', 'import.nul', /Row 2, column 2/u],
    ['that is not UTF-8', Uint8Array.from([101, 118, 10, 255, 254, 10]), 'import.invalid-encoding', /./u],
    ['without rows', 'event,description\n', 'import.empty', /./u],
    ['without anything', '', 'import.empty', /empty/u],
  ])('%s', (_, body, code, says) => refused(upload(body), { status: 422, code, says }));

  it('of 100 MB', () =>
    refused(upload(new Uint8Array(100 * 1024 * 1024).fill(97)), {
      status: 413,
      code: 'request.too-large',
      says: /52428800 bytes at most/u,
    }));

  it('without a column that its mapping names, or with two for one meaning', async () => {
    const { id, mapping } = await stageFile();
    const put = (columns: object[]) => ({
      method: 'PUT',
      path: `${plan}/imports/${id}/mapping`,
      body: { mapping: { ...mapping, columns } },
    });
    await refused(put([...mapping.columns, { header: 'owner', field: 'owner' }]), {
      status: 422,
      code: 'import.missing-column',
      says: /owner/u,
    });
    await refused(put(mapping.columns.map((column) => ({ ...column, field: 'meaning' }))), {
      status: 400,
      code: 'request.invalid',
      fields: ['mapping.columns'],
      says: /Two columns are mapped to meaning/u,
    });
  });

  it('of which no column is the name of the event leaves nothing to propose', async () => {
    const { id, mapping } = await stageFile();
    const columns = mapping.columns.map((column) => ({ ...column, field: 'extra' }));
    const unnamed = await callFor<{ findings: { words: string; rows: number[] }[] }>(
      stage.author,
      'PUT',
      `${plan}/imports/${id}/mapping`,
      { body: { mapping: { ...mapping, columns } } },
    );
    expect(unnamed.findings[0]).toMatchObject({ words: expect.stringContaining('name of the event'), rows: [2] });
    await refused(
      { path: `${plan}/imports/${id}/change-request`, body: { title: 'Orders' } },
      { status: 409, code: 'import.no-changes' },
    );
  });

  const stageFile = () =>
    callFor<{ id: string; mapping: { columns: object[] } }>(stage.author, 'POST', `${plan}/imports`, {
      body: 'event,description\nA,x\n',
      headers: csv,
      query: { name: 'plan.csv' },
    });
});

describe('a proposal', () => {
  it('with values of a wrong type names every field', () =>
    refused(
      { path: requests(), body: requestOf(event({ content: { meaning: 3, action: 'sing', tags: 'one' } })) },
      {
        status: 422,
        code: 'item.invalid',
        fields: ['items.0.content.meaning', 'items.0.content.tags', 'items.0.content.action'],
      },
    ));

  it('without what it must have, or with what nobody knows', () =>
    refused({ path: requests(), body: { reason: 'x', colour: 'red' } }, { status: 400, code: 'request.invalid' }));

  it('with a NUL or half a character names the field', async () => {
    const bad = (text: string) =>
      JSON.stringify(requestOf(event({ content: { meaning: 'TEXT' } }))).replace('TEXT', text);
    const fields = ['items.0.content.meaning'];
    await refused(
      { path: requests(), body: bad('a\\u0000b') },
      { status: 400, code: 'request.invalid', fields, says: /U\+0000/u },
    );
    await refused(
      { path: requests(), body: bad('a\\ud800b') },
      { status: 400, code: 'request.invalid', fields, says: /surrogate/iu },
    );
  });

  it('sent by a token of another workspace finds nothing', async () => {
    const token = await addToken((await createWorld()).people.admin);
    await refused(
      { by: { token }, path: requests(), body: requestOf(event({})) },
      { status: 404, code: 'workspace.not-found' },
    );
  });

  it('sent twice under one key is one request', async () => {
    const headers = { 'idempotency-key': newId('key') };
    const sent = { body: requestOf(event({ name: 'Sent Twice' })), headers };
    const replies = [
      await call(stage.author, 'POST', requests(), sent),
      await call(stage.author, 'POST', requests(), sent),
    ];
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    const [first, second] = (await Promise.all(replies.map((reply) => reply.json()))) as ChangeRequestView[];
    expect(second?.number).toBe(first?.number);
    await refused(
      { path: requests(), body: requestOf(event({ name: 'Another' })), headers },
      { status: 422, code: 'idempotency.reused' },
    );
  });
});

describe('a merge', () => {
  const words = async (number: number, says: RegExp) =>
    refused({ path: `${requests()}/${number}/merge`, body: {} }, { status: 409, code: 'review.gates', says });
  const approved = async (item: object) => {
    const view = await callFor<ChangeRequestView>(stage.author, 'POST', requests(), { body: requestOf(item) });
    await callFor(stage.reviewer, 'POST', `${requests()}/${view.number}/approve`, {
      body: {},
      headers: { 'if-match': `"${view.lockVersion}"` },
    });
    return view.number;
  };

  it('under a name that exists names it', async () => {
    await words(await approved(event({ name: 'order step 1' })), /order step 1/iu);
  });

  it('with a reference to nothing says so', async () => {
    await words(await approved(event({ name: 'Dangling', content: { sources: ['so_nowhere'] } })), /Dangling/u);
  });

  it('of an older version than the present one', async () => {
    const [id = ''] = stage.itemIds;
    const { number, lockVersion } = await approvedRequest(stage, { [id]: { meaning: 'Said anew.' } });
    const merging = { path: `${requests()}/${number}/merge`, body: {} };
    await refused(
      { ...merging, headers: { 'if-match': `"${lockVersion - 1}"` } },
      { status: 412, code: 'change-request.stale' },
    );
    await refused({ ...merging, headers: { 'if-match': 'seven' } }, { status: 400, code: 'request.invalid' });
    must(await merge(stage, number));
    const { head } = await readHead(stage);
    await refused(merging, { status: 409, code: 'review.finished' });
    expect((await readHead(stage)).head).toBe(head);
  });
});

describe('an invitation', () => {
  it('that has expired says whom to ask, and makes no account', async () => {
    const { admin } = stage.world.people;
    const path = `/workspaces/${stage.world.slug}/invitations`;
    const { link } = await callFor<{ link: string }>(admin, 'POST', path, {
      body: { role: 'viewer', expiresInDays: 1 },
    });
    const email = `${newId('p').slice(2)}@example.com`;
    const body = { secret: link.split('#')[1] ?? '', name: 'Mira Joiner', email, password: 'blue kettle on the fern' };
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 });
    try {
      await refused(
        { by: undefined, path: '/invitation-joins', body },
        { status: 410, code: 'invitation.expired', says: new RegExp(`Ask ${admin.name}`, 'u') },
      );
    } finally {
      vi.useRealTimers();
    }
    expect(await prisma().user.count({ where: { email } })).toBe(0);
  });
});
