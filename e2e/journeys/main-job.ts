import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, request } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { test } from '../fixtures/journey';
import { newWorkspace, type OwnWorkspace, post, type Someone } from '../fixtures/people';
import { untilHeard } from '../fixtures/watched-page';

// The whole job on the plan of a real product: 1,013 definitions under 939 names.
const file = new URL('../fixtures/gitlab-events/plan.csv', import.meta.url);
const eventName = 'merge';
const oldSentence = 'A merge request is merged by the web interface or the API.';
const newSentence = 'A merge request is merged, whoever or whatever merges it, auto-merge included.';
const notComparable = 'Numbers before and after are not comparable';

interface Job {
  workspace: OwnWorkspace;
  /** Brings the plan in. */
  cora: Someone;
  abel: Someone;
  growth: Someone;
  ana: Someone;
  eventId: string;
}
let job: Job;

/** A page of one person, on which nothing may go wrong unseen. */
async function pageOf(browser: Browser, someone: Someone): Promise<Page> {
  return (await browser.newContext({ storageState: someone.storageState })).newPage();
}

const place = () => `/${job.workspace.slug}/${job.workspace.plan}`;
const apiPlace = () => `/workspaces/${job.workspace.slug}/plans/${job.workspace.plan}`;

async function read(someone: Someone, path: string): Promise<Record<string, unknown>> {
  const response = await someone.api.get(`/api/v1${path}`);
  expect(response.status(), `${path}: ${await response.text()}`).toBe(200);
  return response.json();
}

/** Opens a page and waits until its keys and buttons are heard. */
async function open(page: Page, path: string) {
  await page.goto(path, { waitUntil: 'networkidle' });
  await untilHeard(page);
}

async function approve(page: Page) {
  await page.keyboard.press('a');
  const box = page.getByRole('dialog');
  await expect(box).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(box).toBeHidden();
}

async function merge(page: Page) {
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('as a new release?');
  await page.keyboard.press('ControlOrMeta+Enter');
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ baseURL }) => {
  const workspace = await newWorkspace(baseURL ?? '', 'Main job');
  job = {
    workspace,
    cora: await workspace.join('contributor', 'Cora Lund'),
    abel: await workspace.join('approver', 'Abel Moreau'),
    growth: await workspace.join('contributor', 'Gus Oduya'),
    ana: await workspace.join('viewer', 'Ana Petrov'),
    eventId: '',
  };
});

test('1. a contributor brings the plan in, and nothing is dropped', async ({ browser }) => {
  const page = await pageOf(browser, job.cora);
  await open(page, `${place()}/imports`);
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'gitlab.csv',
    mimeType: 'text/csv',
    buffer: readFileSync(file),
  });
  await expect(page.getByText('1,414 rows · 1,013 events')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('26 names are used by 100 events')).toBeVisible();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('38 owners are unknown here');
  await page.getByRole('button', { name: 'Preview the changes' }).click();
  await expect(page.getByText('The plan stays as it is until the change request is approved')).toBeVisible();
  await page.getByLabel('Why').fill('The plan as the product has it today, so that it has one home.');
  await page.getByRole('button', { name: /^Create change request with [\d,]+ changes$/ }).click();
  await page.waitForURL('**/change-requests/1');
  await expect(page.getByRole('heading', { name: 'Import gitlab.csv' })).toBeVisible({ timeout: 20_000 });

  const { items } = (await read(job.cora, `${apiPlace()}/change-requests?tab=mine`)) as {
    items: { changes: number; counts: Record<string, number> }[];
  };
  expect(items[0]?.changes).toBeGreaterThan(1_013);
  expect((await read(job.cora, `${apiPlace()}/items?kind=event&limit=1`)).total).toBe(0);
});

test('2. another person approves it and merges it into release 1; its author cannot', async ({ browser }) => {
  const author = await pageOf(browser, job.cora);
  await open(author, `${place()}/change-requests/1`);
  const { changes } = (await read(job.cora, `${apiPlace()}/change-requests/1`)) as {
    changes: { itemId: string; kind: string; name: string }[];
  };
  expect(changes.filter((change) => change.kind === 'event')).toHaveLength(1_013);
  job.eventId = changes.find((change) => change.kind === 'event' && change.name === eventName)?.itemId ?? '';

  // The author completes one event, and adds who depends on it, before anybody reads it.
  await open(author, `${place()}/change-requests/1/items/${job.eventId}`);
  await author.getByLabel('Fires when').fill(oldSentence);
  await author.keyboard.press('ControlOrMeta+Enter');
  await author.waitForURL('**/change-requests/1*');
  await post(job.cora.api, `${apiPlace()}/change-requests/1/changes`, {
    kind: 'consumer',
    name: 'Merges per week',
    content: { type: 'dashboard', uses: [{ key: 'u1', eventId: job.eventId }] },
  });
  await open(author, `${place()}/change-requests/1`);
  await author.getByRole('button', { name: 'Send for review' }).click();
  await expect(author.getByText('In review').first()).toBeVisible();
  await expect(author.getByText('Missing: 1 approval by an approver.')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  const own = await job.cora.api.post(`/api/v1${apiPlace()}/change-requests/1/approve`, {
    data: {},
    headers: { 'if-match': await lockOf(job.cora, 1) },
  });
  expect(own.status()).toBe(403);

  const approver = await pageOf(browser, job.abel);
  await open(approver, `${place()}/change-requests/1`);
  await approve(approver);
  await merge(approver);
  await expect(approver.getByText(/release 1\b/).first()).toBeVisible({ timeout: 30_000 });
  expect((await read(job.abel, `${apiPlace()}/items?kind=event&limit=1`)).total).toBe(1_013);
});

test('3. growth proposes another meaning; words, badge, consumer, and two hands at once', async ({ browser }) => {
  const watcher = await pageOf(browser, job.ana);
  await open(watcher, `${place()}/events/${job.eventId}`);
  await watcher.getByRole('button', { name: /^Watch/ }).click();
  await expect(watcher.getByRole('button', { name: /^Watching/ })).toBeVisible();

  const page = await pageOf(browser, job.growth);
  await open(page, `${place()}/events/${job.eventId}`);
  await page.keyboard.press('e');
  await page.waitForURL('**/change-requests/new?*');
  await page.getByLabel('Fires when').fill(newSentence);
  await page.getByText('1 dashboard, 1 watcher').click();
  await expect(page.getByText('Merges per week')).toBeVisible();
  await page
    .getByRole('textbox', { name: /^Why/ })
    .fill('Auto-merge is half of all merges by now and was never counted.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForURL('**/change-requests/2*');

  await expect(page.locator('del').filter({ hasText: 'by the web interface or the API' }).first()).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: 'auto-merge included' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Meaning: why' }).first().click();
  const why = page.getByRole('dialog', { name: 'Why meaning' });
  await expect(why).toContainText(/fires when/i);
  await expect(why).toContainText(notComparable);
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await page.getByText('1 dashboard, 1 watcher').first().click();
  await expect(page.getByText('Merges per week').first()).toBeVisible();

  // Cora opens the same item of the same request before Gus sends another field; both fields stay.
  const other = await pageOf(browser, job.cora);
  await open(other, `${place()}/change-requests/2/items/${job.eventId}`);
  await open(page, `${place()}/change-requests/2/items/${job.eventId}`);
  await page.getByLabel('Does not count').fill('A merge of a branch without a merge request.');
  await other.getByRole('textbox', { name: /^Meaning/ }).fill('A merge request was merged into its target branch.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForURL(/change-requests\/2(\?.*)?$/);
  await other.getByRole('textbox', { name: /^Meaning/ }).press('ControlOrMeta+Enter');
  await other.waitForURL(/change-requests\/2(\?.*)?$/);
  const change = (await read(job.growth, `${apiPlace()}/change-requests/2/changes/${job.eventId}`)) as {
    after: { content: Record<string, string> };
  };
  expect(change.after.content).toMatchObject({
    firesWhen: newSentence,
    doesNotCount: 'A merge of a branch without a merge request.',
    meaning: 'A merge request was merged into its target branch.',
  });
});

test('4. merged as release 2 and version 2.0.0; the watcher is told what it does to numbers, the author is not', async ({
  browser,
}) => {
  const approver = await pageOf(browser, job.abel);
  await open(approver, `${place()}/change-requests/2`);
  await approve(approver);
  await merge(approver);
  await expect(approver.getByText(/release 2\b/).first()).toBeVisible({ timeout: 20_000 });
  await open(approver, `${place()}/events/${job.eventId}`);
  await expect(approver.getByText('2.0.0').first()).toBeVisible();

  const watcher = await pageOf(browser, job.ana);
  await expect
    .poll(
      async () =>
        ((await read(job.ana, `/workspaces/${job.workspace.slug}/inbox?tab=important`)) as { total: number }).total,
    )
    .toBe(1);
  await open(watcher, `/${job.workspace.slug}/inbox`);
  const entry = watcher.getByRole('main');
  await expect(entry.getByText(notComparable).first()).toBeVisible();
  await expect(entry.getByText('by the web interface or the API').first()).toBeVisible();
  await expect(entry.getByText('auto-merge included').first()).toBeVisible();
  const own = (await read(job.growth, `/workspaces/${job.workspace.slug}/inbox?tab=everything`)) as {
    items: { news: { kind: string; request: { number: number } } }[];
  };
  expect(own.items.filter((one) => one.news.kind === 'released' && one.news.request.number === 2)).toEqual([]);
});

test('5. an analyst finds the event with a typo, reads it, and reads what it meant before', async ({ browser }) => {
  const page = await pageOf(browser, job.ana);
  await open(page, place());
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('select_deploymnet_target');
  await expect(palette.getByRole('option').first()).toContainText('select_deployment_target');
  await palette.getByRole('combobox').fill('mrege');
  await expect(palette.getByRole('option').filter({ hasText: 'merged into its target branch' }).first()).toBeVisible();
  await palette.getByRole('combobox').fill('merge');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events/**');
  // Events that are easily confused with it stand below with their own sentences.
  const firesWhen = page.locator('#firesWhen');
  await expect(firesWhen.getByText(newSentence)).toBeVisible();
  await page.goto(`${place()}/events/${job.eventId}?at=1`);
  await expect(firesWhen.getByText(oldSentence)).toBeVisible();
  await expect(page.getByText(newSentence)).toHaveCount(0);
});

test('6. an engineer exports the schemas; an example is accepted, a broken one refused', async ({ browser }) => {
  const page = await pageOf(browser, job.growth);
  await open(page, `${place()}/exports`);
  await page.getByRole('radio', { name: /JSON Schema/ }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const download = await coming;
  const files = unzipSync(readFileSync(await download.path()));
  const schemas = Object.entries(files)
    .filter(([path]) => path.endsWith('.schema.json'))
    .map(([path, bytes]) => ({ path, schema: JSON.parse(new TextDecoder().decode(bytes)) }));
  expect(schemas.filter(({ path }) => path.includes('events/')).length).toBeGreaterThanOrEqual(979);
  const ajv = new Ajv2020({ strict: true });
  addFormats(ajv);
  for (const { schema } of schemas) ajv.addSchema(schema);
  const own = schemas.find(({ path }) => /events\/merge\.schema\.json$/.test(path));
  const validate = ajv.getSchema(own?.schema.$id);
  expect(validate?.({ label: 'auto' }), JSON.stringify(validate?.errors)).toBe(true);
  expect(validate?.({ label: 7 })).toBe(false);
});

test('7. the same through the API with a token, and a viewer is refused where the table says so', async ({
  baseURL,
}) => {
  const speak = async (someone: Someone, scopes: string[]) => {
    const { secret } = await post(someone.api, `/workspaces/${job.workspace.slug}/tokens`, { name: 'Journey', scopes });
    return request.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { authorization: `Bearer ${secret}` } });
  };
  const growth = await speak(job.growth, ['propose', 'export']);
  const approver = await speak(job.abel, ['review']);
  const viewer = await speak(job.ana, ['review', 'propose', 'export']);
  const path = `/api/v1${apiPlace()}`;

  const { item } = (await read(job.growth, `${apiPlace()}/items/${job.eventId}`)) as {
    item: { namespace: string | null; name: string; content: Record<string, unknown> };
  };
  const created = await growth.post(`${path}/change-requests`, {
    data: {
      title: 'Say whose merges count',
      reason: 'Bots merge too.',
      submit: true,
      items: [
        {
          itemId: job.eventId,
          kind: 'event',
          namespace: item.namespace,
          name: item.name,
          content: { ...item.content, doesNotCount: 'A merge by a bot.' },
        },
      ],
    },
  });
  expect(created.status(), await created.text()).toBe(201);
  const { number } = (await created.json()) as { number: number };
  const lock = async () => ({ 'if-match': await lockOf(job.growth, number) });

  for (const [who, status] of [
    [growth, 403],
    [viewer, 403],
    [approver, 200],
  ] as const) {
    const answer = await who.post(`${path}/change-requests/${number}/approve`, { data: {}, headers: await lock() });
    expect(answer.status(), await answer.text()).toBe(status);
  }
  for (const [who, status] of [
    [viewer, 403],
    [approver, 200],
  ] as const) {
    const answer = await who.post(`${path}/change-requests/${number}/merge`, { data: {}, headers: await lock() });
    expect(answer.status(), await answer.text()).toBe(status);
  }
  expect((await read(job.abel, `${apiPlace()}/releases`)).total).toBe(3);
  expect((await viewer.get(`${path}/exports?format=json-schema`)).status()).toBe(200);
  expect((await approver.get(`${path}/exports?format=json-schema`)).status()).toBe(403);
  const refused = await viewer.post(`${path}/imports?name=x.csv`, {
    data: 'event\nA\n',
    headers: { 'content-type': 'text/csv' },
  });
  expect(refused.status()).toBe(403);
  const elsewhere = await newWorkspace(baseURL ?? '', 'Elsewhere');
  expect((await growth.get(`/api/v1/workspaces/${elsewhere.slug}/plans/main/items`)).status()).toBe(404);
});

async function lockOf(someone: Someone, number: number): Promise<string> {
  const { lockVersion } = (await read(someone, `${apiPlace()}/change-requests/${number}`)) as { lockVersion: number };
  return `"${lockVersion}"`;
}
