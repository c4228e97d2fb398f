import { expect, type Page } from '@playwright/test';
import { test } from '../../fixtures/journey';
import { newWorkspace, type OwnWorkspace, post, type Someone } from '../../fixtures/people';
import { expectAccessible } from '../../fixtures/watched-page';

const seeded = 6;

interface Stage {
  workspace: OwnWorkspace;
  author: Someone;
  reviewer: Someone;
  reader: Someone;
}

async function get(someone: Someone, path: string): Promise<Record<string, unknown>> {
  const response = await someone.api.get(`/api/v1${path}`);
  if (!response.ok()) throw new Error(`GET ${path} answered ${response.status()}: ${await response.text()}`);
  return response.json();
}

/** Proposes, approves and merges one event as it shall be. */
async function merge(stage: Stage, item: Record<string, unknown>, title: string): Promise<void> {
  const { workspace, author, reviewer } = stage;
  const requests = `/workspaces/${workspace.slug}/plans/${workspace.plan}/change-requests`;
  const body = { title, reason: 'Finance asked for it.', items: [item], submit: true };
  const { number } = await post(author.api, requests, body);
  for (const [someone, move] of [
    [reviewer, 'approve'],
    [author, 'merge'],
  ] as const) {
    const { lockVersion } = await get(someone, `${requests}/${number}`);
    const response = await someone.api.post(`/api/v1${requests}/${number}/${move}`, {
      data: {},
      headers: { 'if-match': `"${lockVersion}"` },
    });
    expect(response.ok(), await response.text()).toBe(true);
  }
}

/** A plan with events that a reader watches, of which each then changes its meaning. */
async function setStage(baseURL: string): Promise<Stage> {
  const workspace = await newWorkspace(baseURL, 'Inbox');
  const stage: Stage = {
    workspace,
    author: await workspace.join('contributor', 'Cora Lund'),
    reviewer: await workspace.join('approver', 'Abel Moreau'),
    reader: await workspace.join('viewer', 'Wes Adler'),
  };
  const plan = `/workspaces/${workspace.slug}/plans/${workspace.plan}`;
  for (let at = 1; at <= seeded; at += 1)
    await merge(
      stage,
      { kind: 'event', name: `Step ${at} Done`, content: { meaning: `Step ${at} began.` } },
      `Add ${at}`,
    );
  const { items } = await get(stage.reader, `${plan}/items?kind=event`);
  for (const item of items as { id: string; name: string }[]) {
    const watched = await stage.reader.api.put(`/api/v1${plan}/watches/${item.id}`, { data: { level: 'all' } });
    expect(watched.ok(), await watched.text()).toBe(true);
    const content = { meaning: `The person finished ${item.name}.` };
    await merge(stage, { itemId: item.id, kind: 'event', name: item.name, content }, `Finish ${item.name}`);
  }
  return stage;
}

async function arrive(page: Page, stage: Stage): Promise<void> {
  await expect(async () => {
    const { unread } = await get(stage.reader, `/workspaces/${stage.workspace.slug}/inbox/count`);
    expect(unread).toBe(seeded);
  }).toPass({ timeout: 30_000 });
  await page.goto(`/${stage.workspace.slug}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.waitForURL(`**/${stage.workspace.slug}/inbox`);
  await expect(page.getByRole('main').getByText(/^[56] unread$/)).toBeVisible();
}

// The second begins with what the first has done.
test.describe.configure({ mode: 'serial' });

let stage: Stage;

test.beforeAll(async ({ baseURL }) => {
  stage = await setStage(baseURL ?? '');
});

test('a watcher works through what was told, by keys alone, and nothing is left', async ({ browser }) => {
  const { workspace, reader, author } = stage;
  const page = await (await browser.newContext({ storageState: reader.storageState })).newPage();
  await arrive(page, stage);
  const rows = page.getByRole('list', { name: 'Important entries' }).getByRole('listitem');
  await expect(rows).toHaveCount(seeded);

  const shown = page.getByRole('article');
  await expect(shown.getByText('Numbers before and after are not comparable').first()).toBeVisible();
  await expect(shown.getByText('1.0.0')).toBeVisible();
  await expect(shown.getByText('2.0.0')).toBeVisible();
  await expect(shown.locator('ins').first()).toBeVisible();
  await expect(shown.getByRole('link', { name: /Open release/ })).toBeVisible();
  await expectAccessible(page);

  const first = await shown.getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('d');
  await expect(rows).toHaveCount(seeded - 1);
  await expect(shown.getByRole('heading', { level: 2 })).not.toHaveText(first ?? '');
  await page.keyboard.press('z');
  await expect(rows).toHaveCount(seeded);
  await expect(shown.getByRole('heading', { level: 2 })).toHaveText(first ?? '');

  await page.keyboard.press('a');
  await expect(rows).toHaveCount(seeded - 1);
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Snooze until' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(rows).toHaveCount(seeded - 2);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('w');
  await expect(
    page
      .getByRole('main')
      .getByText(/^Stopped watching Step \d Done:/)
      .first(),
  ).toBeVisible();
  for (let left = seeded - 2; left > 0; left -= 1) {
    await expect(rows).toHaveCount(left);
    await page.keyboard.press('d');
  }
  await expect(page.getByText('All read. Nothing needs you')).toBeVisible();
  await expect(page.getByText('The next snoozed entry comes back')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Inbox/ })).not.toContainText('unread');
  await expectAccessible(page);

  await expect(async () => {
    const done = await get(reader, `/workspaces/${workspace.slug}/inbox?tab=done`);
    expect(done.total).toBe(seeded - 1);
    const items = done.items as { acknowledgedAt: string | null }[];
    expect(items.filter((one) => one.acknowledgedAt !== null)).toHaveLength(1);
    expect((await get(reader, `/workspaces/${workspace.slug}/inbox?tab=snoozed`)).total).toBe(1);
    const watched = await get(reader, `/workspaces/${workspace.slug}/watches`);
    expect((watched.items as unknown[]).length).toBe(seeded - 1);
  }).toPass();
  const own = await get(author, `/workspaces/${workspace.slug}/inbox?tab=everything`);
  expect((own.items as { news: { kind: string } }[]).filter(({ news }) => news.kind === 'released')).toEqual([]);
});

test('what the server refuses comes back with words, and a phone shows one pane at a time', async ({ browser }) => {
  const { workspace, reader } = stage;
  const phone = await browser.newContext({ storageState: reader.storageState, viewport: { width: 390, height: 800 } });
  const page = await phone.newPage();
  await page.goto(`/${workspace.slug}/inbox?tab=done`);
  const rows = page.getByRole('list', { name: 'Done entries' }).getByRole('listitem');
  await expect(rows).toHaveCount(seeded - 1);
  await expect(page.getByRole('article')).toBeHidden();
  await expectAccessible(page);

  await rows.first().getByRole('button').click();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(rows.first()).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(rows.first()).toBeVisible();

  await page.route('**/inbox/nt_*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await rows.first().getByRole('button').click();
  await page.getByRole('button', { name: 'Move to inbox' }).click();
  await expect(page.getByText(/came back/).first()).toBeVisible();
  await page.unroute('**/inbox/nt_*');
  await page.goto(`/${workspace.slug}/inbox?tab=done`);
  await expect(rows).toHaveCount(seeded - 1);
});

test('thirty questions for a review are worked through with thirty keys', async ({ browser }) => {
  const { workspace, author, reviewer } = stage;
  const requests = `/workspaces/${workspace.slug}/plans/${workspace.plan}/change-requests`;
  const asked = Array.from({ length: 30 }, (_, at) => ({
    ...{ title: `Add question ${at}`, reason: 'Finance asked for it.', submit: true },
    items: [{ kind: 'event', name: `Question ${at} Asked`, content: { meaning: `Question ${at} was asked.` } }],
  }));
  for (const body of asked) await post(author.api, requests, body);
  const page = await (await browser.newContext({ storageState: reviewer.storageState })).newPage();
  await expect(async () => {
    expect(await get(reviewer, `/workspaces/${workspace.slug}/inbox/count`)).toEqual({ unread: asked.length });
  }).toPass({ timeout: 15_000 });
  await page.goto(`/${workspace.slug}/inbox`);
  await expect(page.getByRole('main').getByText(/^(29|30) unread$/)).toBeVisible();
  for (const _ of asked) await page.keyboard.press('d');
  await expect(page.getByText('All read. Nothing needs you')).toBeVisible();
  await expect(async () => {
    expect((await get(reviewer, `/workspaces/${workspace.slug}/inbox?tab=everything`)).total).toBe(0);
  }).toPass();
});
