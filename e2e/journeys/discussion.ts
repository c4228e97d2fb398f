import { type APIRequestContext, type Browser, expect, type Page, request } from '@playwright/test';
import { demoPeople, demoPlan, enterDemo } from '../fixtures/demo';
import { test } from '../fixtures/journey';
import { post } from '../fixtures/people';
import { expectAccessible, untilHeard } from '../fixtures/watched-page';

const api = '/workspaces/fern-and-kettle/plans/shop';
const wording = 'The last thing is out of the basket.';
const better = 'The last thing is out of the basket, by a hand.';
let author: APIRequestContext;
let number = 0;
let itemId = '';

async function pageOf(browser: Browser, baseURL: string, who: string): Promise<Page> {
  const page = await (await browser.newContext({ storageState: await enterDemo(baseURL, who) })).newPage();
  await page.goto(`${demoPlan}/change-requests/${number}`, { waitUntil: 'networkidle' });
  await untilHeard(page);
  return page;
}

/** What the author of the request is answered. */
async function read<T>(path: string): Promise<T> {
  const response = await author.get(`/api/v1${api}/change-requests/${number}${path}`);
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}

interface Threads {
  readonly items: readonly {
    readonly resolvedAt: string | null;
    readonly comments: readonly { readonly body: string; readonly deleted: boolean }[];
  }[];
}
const readThreads = async () => (await read<Threads>('/threads')).items;
const saidNow = async () =>
  (await read<{ after: { content: Record<string, unknown> } }>(`/changes/${itemId}`)).after.content.firesWhen;

test.beforeAll(async ({ baseURL: server }) => {
  const baseURL = server ?? '';
  author = await request.newContext({
    baseURL,
    extraHTTPHeaders: { origin: baseURL },
    storageState: await enterDemo(baseURL, demoPeople.contributor),
  });
  const made = await post(author, `${api}/change-requests`, { title: 'When a basket is emptied' });
  number = Number(made.number);
  const listed = await author.get(`/api/v1${api}/items?kind=event&limit=200`);
  const { items } = (await listed.json()) as { items: { id: string; name: string }[] };
  itemId = items.find(({ name }) => name === 'Cart Item Removed')?.id ?? '';
  const edited = await author.patch(`/api/v1${api}/change-requests/${number}/changes/${itemId}`, {
    data: { fields: { firesWhen: wording } },
  });
  expect(edited.ok(), await edited.text()).toBe(true);
  await post(author, `${api}/change-requests/${number}/submit`, {});
});

test.afterAll(async () => {
  await post(author, `${api}/change-requests/${number}/close`, {});
});

test('comments are kept until the verdict, and a suggested wording is taken and taken back', async ({
  browser,
  baseURL: server,
}) => {
  const baseURL = server ?? '';
  const mei = await pageOf(browser, baseURL, demoPeople.admin);
  const onFires = mei.locator('[data-field="firesWhen"]');

  await test.step('a comment that names somebody is kept by ⌘↵, and nobody else reads it', async () => {
    await onFires.getByRole('button', { name: 'Comment on this field' }).click();
    const box = mei.getByRole('textbox', { name: 'Write about this field' });
    await box.pressSequentially('Is a full one left too, @Pri');
    await expect(mei.getByRole('option', { name: 'Priya Raman' })).toBeVisible();
    await expectAccessible(mei);
    await mei.keyboard.press('Enter');
    await expect(box).toHaveValue('Is a full one left too, @Priya Raman ');
    await mei.keyboard.press('ControlOrMeta+Enter');
    await expect(mei.getByText('Only you, until your verdict')).toBeVisible();
    expect(await readThreads()).toEqual([]);
  });

  await test.step('other words begin with those the field has, and ⌥⌘↵ posts them now', async () => {
    await onFires.getByRole('button', { name: 'Comment on this field' }).click();
    await mei.getByRole('button', { name: 'Suggest wording' }).last().click();
    const box = mei.getByRole('textbox', { name: 'Suggested wording' });
    await expect(box).toHaveValue(wording);
    await box.fill(better);
    await mei.keyboard.press('ControlOrMeta+Alt+Enter');
    await expect(mei.getByRole('button', { name: 'Apply' })).toBeVisible();
    expect(await readThreads()).toHaveLength(1);
    await expectAccessible(mei);
  });

  await test.step('the author takes them with one press, and takes that back', async () => {
    const priya = await pageOf(browser, baseURL, demoPeople.contributor);
    await priya.getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(async () => [await saidNow(), (await readThreads())[0]?.resolvedAt !== null])
      .toEqual([better, true]);
    await priya.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => [await saidNow(), (await readThreads())[0]?.resolvedAt]).toEqual([wording, null]);
    await expect(priya.getByRole('button', { name: 'Apply' })).toBeVisible();
    await priya.context().close();
  });

  await test.step('the kept one outlives a reload and goes out with the verdict', async () => {
    await mei.reload({ waitUntil: 'networkidle' });
    await untilHeard(mei);
    await expect(mei.getByText('Only you, until your verdict')).toBeVisible();
    await mei.keyboard.press('a');
    await expect(mei.getByText('Sends 1 comment of yours that nobody else sees yet.')).toBeVisible();
    await expectAccessible(mei);
    await mei.getByRole('radio', { name: 'Comment' }).click();
    await mei.keyboard.press('ControlOrMeta+Enter');
    await expect(mei.getByText('Only you, until your verdict')).toBeHidden();
    expect(await readThreads()).toHaveLength(2);
  });

  await test.step('one’s own comment is deleted and keeps its place', async () => {
    await mei.getByRole('button', { name: 'Actions on your comment' }).first().click();
    await mei.getByRole('menuitem', { name: 'Delete' }).click();
    await mei.getByRole('button', { name: 'Delete comment' }).click();
    await expect(mei.getByText('This comment was deleted.')).toBeVisible();
    const [first] = (await readThreads()).filter((thread) => thread.comments[0]?.deleted);
    expect(first?.comments).toMatchObject([{ body: '', deleted: true }]);
    await mei.context().close();
  });
});
