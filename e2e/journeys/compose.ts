import { type Browser, expect, type Page } from '@playwright/test';
import { test } from '../fixtures/journey';
import { newWorkspace, type OwnWorkspace, post, type Someone } from '../fixtures/people';
import { expectAccessible, untilHeard } from '../fixtures/watched-page';

interface Place {
  readonly workspace: OwnWorkspace;
  readonly cora: Someone;
  readonly ben: Someone;
  readonly abel: Someone;
  /** The plan's pages, and its path of the API. */
  readonly pages: string;
  readonly api: string;
}
let place: Place;
let orderId = '';

const meaning = 'A customer’s order is paid.';

async function pageOf(browser: Browser, someone: Someone): Promise<Page> {
  return (await browser.newContext({ storageState: someone.storageState })).newPage();
}

/** Opens a page and waits until its keys are heard. */
async function open(page: Page, path: string) {
  await page.goto(`${place.pages}/${path}`, { waitUntil: 'networkidle' });
  await untilHeard(page);
}

async function read(path: string): Promise<Record<string, unknown>> {
  const response = await place.cora.api.get(`/api/v1${place.api}${path}`);
  expect(response.status(), path).toBe(200);
  return response.json();
}

/** Makes a move on a request as it stands now. */
async function move(someone: Someone, number: number, name: string) {
  const { lockVersion } = await read(`/change-requests/${number}`);
  const response = await someone.api.post(`/api/v1${place.api}/change-requests/${number}/${name}`, {
    data: {},
    headers: { 'if-match': `"${lockVersion}"` },
  });
  expect(response.ok(), `${name}: ${await response.text()}`).toBe(true);
}

async function merge(number: number) {
  await move(place.cora, number, 'submit');
  await move(place.abel, number, 'approve');
  await move(place.cora, number, 'merge');
}

/** Starts a request that edits fields of the seeded event. */
async function requestWith(someone: Someone, title: string, fields: Record<string, unknown>): Promise<number> {
  const { number } = await post(someone.api, `${place.api}/change-requests`, { title });
  const response = await someone.api.patch(`/api/v1${place.api}/change-requests/${number}/changes/${orderId}`, {
    data: { fields },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return Number(number);
}

/** What the event says within a request. */
async function saidIn(number: number): Promise<Record<string, unknown>> {
  const { after } = (await read(`/change-requests/${number}/changes/${orderId}`)) as {
    after: { content: Record<string, unknown> };
  };
  return after.content;
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ baseURL }) => {
  const workspace = await newWorkspace(baseURL ?? '', 'Compose');
  place = {
    workspace,
    cora: await workspace.join('contributor', 'Cora Lund'),
    ben: await workspace.join('contributor', 'Ben Okafor'),
    abel: await workspace.join('approver', 'Abel Moreau'),
    pages: `/${workspace.slug}/${workspace.plan}`,
    api: `/workspaces/${workspace.slug}/plans/${workspace.plan}`,
  };
  const property = (name: string) => ({ kind: 'property', name, content: { type: { type: 'string' } } });
  const { number } = await post(place.cora.api, `${place.api}/change-requests`, {
    title: 'The plan to begin with',
    items: [
      { kind: 'event', name: 'Order Completed', content: { meaning, firesWhen: 'The payment is captured.' } },
      property('order_id'),
      property('currency'),
      property('cart_value'),
    ],
  });
  await merge(Number(number));
  const { items } = (await read('/items?kind=event')) as { items: { id: string }[] };
  orderId = items[0]?.id ?? '';
});

test('an event is proposed by keys alone, and a reload midway loses nothing', async ({ browser }) => {
  const page = await pageOf(browser, place.cora);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  await open(page, 'events');
  await press('c');
  await page.waitForURL('**/change-requests/new*');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Order Complete');
  const near = page.getByText('Order Completed exists and is close');
  await expect(near).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this: Order Completed' })).toBeVisible();
  await press('ControlOrMeta+a');
  await page.keyboard.insertText('Cart Abandoned');
  await expect(near).toBeHidden();
  await page.keyboard.insertText(' Order');
  await press('ControlOrMeta+a');
  await page.keyboard.insertText('Orders Completed');
  await expect(near).toBeVisible();
  await press('ArrowDown');
  await press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Still new' })).toBeFocused();
  await press('Escape');
  await press('ControlOrMeta+a');
  await page.keyboard.type('Cart Abandoned');
  await press('Tab');
  await page.keyboard.type('A cart with something in it is left for a day.');
  await press('Tab');
  await page.keyboard.type('The nightly job finds it.');
  await press('Tab');
  await press('Tab');
  for (const [typed, name] of [
    ['order', 'order_id'],
    ['curr', 'currency'],
    ['cart_v', 'cart_value'],
  ] as const) {
    await page.keyboard.type(typed);
    await expect(page.getByRole('option', { selected: true })).toContainText(name);
    await press('Enter');
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
  await expect(page.getByText('Saved in this browser')).toBeVisible();

  await page.reload({ waitUntil: 'networkidle' });

  await untilHeard(page);
  await expect(page.getByText('Your draft is restored')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Cart Abandoned');
  await expect(page.getByRole('button', { name: 'Remove cart_value' })).toBeVisible();
  await expect(page.getByText('Nothing that exists changes')).toBeVisible();
  await expectAccessible(page);
  await press('ControlOrMeta+Enter');
  await page.waitForURL(/change-requests\/\d+/);
  expect(presses).toBeLessThanOrEqual(25);

  const number = Number(/change-requests\/(\d+)/.exec(page.url())?.[1]);
  const view = (await read(`/change-requests/${number}`)) as {
    status: string;
    title: string;
    changes: { name: string; operation: string }[];
    reviewers: { name: string }[];
  };
  expect(view).toMatchObject({ status: 'in-review', title: 'Add event Cart Abandoned' });
  expect(view.changes).toMatchObject([{ name: 'Cart Abandoned', operation: 'added' }]);
  expect(view.reviewers.map((one) => one.name)).toContain(place.abel.name);

  await open(page, 'change-requests/new');
  await expect(page.getByText('Your draft is restored')).toHaveCount(0);
});

test('two people edit one event: different fields both win, one field asks', async ({ browser }) => {
  const number = await requestWith(place.cora, 'Said better', { purpose: 'Revenue.' });
  const [cora, ben] = [await pageOf(browser, place.cora), await pageOf(browser, place.ben)];
  const path = `change-requests/${number}/items/${orderId}`;
  await open(cora, path);
  await open(ben, path);
  await cora.getByRole('textbox', { name: /^Meaning/ }).fill('An order is paid in full.');
  await cora.keyboard.press('ControlOrMeta+Enter');
  await cora.waitForURL(new RegExp(`/change-requests/${number}\\?item=`));
  await ben.getByRole('textbox', { name: /^Fires when/ }).fill('The bank confirms the payment.');
  await ben.keyboard.press('ControlOrMeta+Enter');
  await ben.waitForURL(new RegExp(`/change-requests/${number}\\?item=`));
  expect(await saidIn(number)).toMatchObject({
    meaning: 'An order is paid in full.',
    firesWhen: 'The bank confirms the payment.',
    purpose: 'Revenue.',
  });

  await open(cora, path);
  await open(ben, path);
  await cora.getByRole('textbox', { name: /^Meaning/ }).fill('An order is paid by Cora’s rule.');
  await cora.keyboard.press('ControlOrMeta+Enter');
  await cora.waitForURL(new RegExp(`/change-requests/${number}\\?item=`));
  await ben.getByRole('textbox', { name: /^Meaning/ }).fill('An order is paid by Ben’s rule.');
  await ben.keyboard.press('ControlOrMeta+Enter');
  const clash = ben.getByRole('alert').filter({ hasText: 'Somebody else changed this' });
  await expect(clash).toContainText('Cora’s');
  await expect(clash).toContainText('Ben’s');
  await expectAccessible(ben);
  await clash.getByRole('button', { name: 'Keep mine' }).click();
  await ben.keyboard.press('ControlOrMeta+Enter');
  await ben.waitForURL(new RegExp(`/change-requests/${number}\\?item=`));
  expect(await saidIn(number)).toMatchObject({ meaning: 'An order is paid by Ben’s rule.' });
  await move(place.cora, number, 'close');
});

test('a conflict is settled by keys, its choices survive a reload, the result is exactly what was written', async ({
  browser,
}) => {
  const late = await requestWith(place.ben, 'Ben’s words', { meaning: 'Ben’s words of it.' });
  const early = await requestWith(place.cora, 'Cora’s words', { meaning: 'Cora’s words of it.', purpose: 'Revenue.' });
  await merge(early);

  const page = await pageOf(browser, place.ben);
  await open(page, `change-requests/${late}/conflicts`);
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect(page.getByText('Cora’s words of it.')).toBeVisible();
  await expect(page.getByText('Ben’s words of it.')).toBeVisible();
  await expect(page.getByRole('link', { name: `#${early}`, exact: true })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'What merges by itself' })).toContainText('Purpose');
  await page.keyboard.press('1');
  await expect(page.getByRole('radio', { name: 'Take theirs' })).toBeChecked();
  await page.keyboard.press('3');
  await expect(page.getByRole('textbox', { name: 'Result' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('What both of them mean.');
  await page.reload({ waitUntil: 'networkidle' });
  await untilHeard(page);
  await expect(page.getByRole('textbox', { name: 'Result' })).toHaveValue('What both of them mean.');
  await expectAccessible(page);
  await page.keyboard.press('n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForURL(new RegExp(`/change-requests/${late}(\\?|$)`));
  expect(await saidIn(late)).toMatchObject({ meaning: 'What both of them mean.', purpose: 'Revenue.' });
  expect(await read(`/change-requests/${late}`)).toMatchObject({ conflicts: 0 });
  // Neither text is lost: the activity has both, with what they were before and what was made of them.
  const entry = page.getByRole('listitem').filter({ hasText: 'decided 1 conflict' }).last();
  await entry.getByText('What each side said').click();
  for (const text of ['Cora’s words of it.', 'Ben’s words of it.', 'What both of them mean.'])
    await expect(entry.getByText(text, { exact: true })).toBeVisible();
  await expectAccessible(page);
});
