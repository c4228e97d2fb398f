import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/journey';
import { newWorkspace, post, type Someone } from '../fixtures/people';
import { expectAccessible, openPage, type WatchedPage, watchedPage } from '../fixtures/watched-page';

interface Place {
  readonly cora: Someone;
  readonly ben: Someone;
  readonly abel: Someone;
  /** The plan's pages, and its path of the API. */
  readonly pages: string;
  readonly api: string;
  readonly order: string;
  readonly cart: string;
}
let place: Place;

type Fields = Record<string, unknown>;
interface Verdicts {
  readonly lockVersion: number;
  readonly verdicts: readonly { readonly kind: string; readonly voided: readonly { readonly name: string }[] }[];
}

async function read<T>(path: string): Promise<T> {
  const response = await place.cora.api.get(`/api/v1${place.api}${path}`);
  expect(response.status(), path).toBe(200);
  return response.json();
}

/** Makes a move on a request as it stands now. */
async function move(someone: Someone, number: number, name: string) {
  const { lockVersion } = await read<Verdicts>(`/change-requests/${number}`);
  const response = await someone.api.post(`/api/v1${place.api}/change-requests/${number}/${name}`, {
    data: {},
    headers: { 'if-match': `"${lockVersion}"` },
  });
  expect(response.ok(), `${name}: ${await response.text()}`).toBe(true);
}

async function edit(someone: Someone, number: number, itemId: string, fields: Fields, more: Fields = {}) {
  const response = await someone.api.patch(`/api/v1${place.api}/change-requests/${number}/changes/${itemId}`, {
    data: { fields, ...more },
  });
  expect(response.ok(), await response.text()).toBe(true);
}

async function start(someone: Someone, title: string): Promise<number> {
  return Number((await post(someone.api, `${place.api}/change-requests`, { title })).number);
}

async function idOfPerson(someone: Someone): Promise<string> {
  return (await (await someone.api.get('/api/v1/account')).json()).id;
}

/** How often somebody was told of the release that a request made. */
async function timesTold(someone: Someone, number: number): Promise<number> {
  const workspace = place.api.replace(/\/plans\/.*/, '');
  const response = await someone.api.get(`/api/v1${workspace}/inbox?tab=everything`);
  const { items }: { items: { news: { kind: string; request: { number: number } | null } }[] } = await response.json();
  return items.filter(({ news }) => news.kind === 'released' && news.request?.number === number).length;
}

async function merge(author: Someone, number: number) {
  await move(author, number, 'submit');
  await move(place.abel, number, 'approve');
  await move(author, number, 'merge');
}

/** Presses a key and counts it. */
function keysOf(page: Page) {
  const counted = { presses: 0 };
  return {
    counted,
    press: async (key: string) => {
      counted.presses += 1;
      await page.keyboard.press(key);
    },
  };
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ baseURL }) => {
  const workspace = await newWorkspace(baseURL ?? '', 'Together');
  const api = `/workspaces/${workspace.slug}/plans/${workspace.plan}`;
  const people = {
    cora: await workspace.join('contributor', 'Cora Lund'),
    ben: await workspace.join('contributor', 'Ben Okafor'),
    abel: await workspace.join('approver', 'Abel Moreau'),
  };
  const event = (name: string, meaning: string) => ({
    kind: 'event',
    name,
    content: { meaning, firesWhen: 'The page is shown.', purpose: 'To count.' },
  });
  place = { ...people, api, pages: `/${workspace.slug}/${workspace.plan}`, order: '', cart: '' };
  const { number } = await post(place.cora.api, `${api}/change-requests`, {
    title: 'The plan to begin with',
    items: [event('Order Completed', 'An order is paid.'), event('Cart Viewed', 'A cart is looked at.')],
  });
  await merge(place.cora, Number(number));
  const { items } = await read<{ items: { id: string; name: string }[] }>('/items?kind=event');
  const idOf = (name: string) => items.find((one) => one.name === name)?.id ?? '';
  place = { ...place, order: idOf('Order Completed'), cart: idOf('Cart Viewed') };
  const consumer = await start(place.cora, 'Who reads it');
  await post(place.cora.api, `${api}/change-requests/${consumer}/changes`, {
    kind: 'consumer',
    name: 'Revenue board',
    content: {
      type: 'dashboard',
      owner: { type: 'person', id: await idOfPerson(place.ben) },
      uses: [{ key: 'orders', eventId: place.order }],
    },
  });
  await merge(place.cora, consumer);
});

test('a request is read, answered and approved by keys, and a later edit voids what it touched and no more', async ({
  browser,
}) => {
  const number = await start(place.cora, 'Said better');
  await edit(place.cora, number, place.order, { meaning: 'An order is paid in full.' });
  const claims = [{ field: 'meaning' }];
  await edit(place.cora, number, place.cart, { meaning: 'A cart is looked at, empty or not.' }, { claims });
  await move(place.cora, number, 'submit');
  const [abel, ben] = [
    await watchedPage(browser, { storageState: place.abel.storageState }),
    await watchedPage(browser, { storageState: place.ben.storageState }),
  ];
  for (const { page } of [abel, ben]) await openPage(page, `${place.pages}/change-requests/${number}`);
  const { page } = abel;
  const { press, counted } = keysOf(page);
  const field = (itemId: string) => page.locator(`#change-${itemId}-meaning`);

  const here = (who: WatchedPage) => who.page.getByRole('list', { name: 'Also here' });
  const card = (who: WatchedPage, name: string) => who.page.getByRole('article', { name: `${name}, changed` });
  await test.step('each sees that the other is here, and nobody themselves', async () => {
    await expect(here(abel).getByText('Ben Okafor is here')).toBeAttached();
    await expect(here(ben).getByText('Abel Moreau is here')).toBeAttached();
    await expect(here(abel).getByText(/Abel Moreau/)).toHaveCount(0);
  });

  await test.step('a claim is shown and overturned; the words that differ are marked', async () => {
    await expect(field(place.cart)).toContainText('Cora Lund says that the meaning is unchanged.');
    await expect(field(place.order).locator('ins')).toContainText('in full');
    await field(place.cart).getByRole('button', { name: 'This changes the meaning' }).click();
    await expect(page.getByText('says that the meaning is unchanged')).toBeHidden();
  });

  await test.step('n walks, t keeps the field, m writes about it, v marks what was read', async () => {
    await press('n');
    const focused = await page.evaluate(() => document.activeElement?.id);
    await press('t');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(focused);
    const name = focused?.includes(place.cart) ? 'Cart Viewed' : 'Order Completed';
    await expect(card(ben, name).getByText('Abel Moreau is looking at this')).toBeAttached();
    await expect(ben.page.getByText('Abel Moreau is looking at this')).toHaveCount(2);
    await press('m');
    await expect(page.getByRole('textbox', { name: 'Write about this field' })).toBeFocused();
    await page.keyboard.type('Is a voucher paid in full?');
    await press('ControlOrMeta+Enter');
    await expect(page.getByText('Only you, until your verdict')).toBeVisible();
    await press('Escape');
    await press('v');
    await expect(page.getByText('1 of 2 viewed').filter({ visible: true }).first()).toBeVisible();
    await press('n');
    await press('v');
    await expect(page.getByText('2 of 2 viewed').filter({ visible: true }).first()).toBeVisible();
    await expect(ben.page.getByText('Is a voucher paid in full?')).toHaveCount(0);
  });

  await test.step('a and ⌘↵, pressed twice, are one verdict, and the comment reaches the others within two seconds', async () => {
    await press('a');
    await expect(page.getByText('Sends 1 comment of yours that nobody else sees yet.')).toBeVisible();
    await expectAccessible(page);
    await press('ControlOrMeta+Enter');
    await press('ControlOrMeta+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(ben.page.getByText('Is a voucher paid in full?')).toBeVisible();
    const { verdicts } = await read<Verdicts>(`/change-requests/${number}`);
    expect(verdicts.map(({ kind }) => kind)).toEqual(['approve']);
    expect(counted.presses).toBeLessThanOrEqual(12);
  });

  await test.step('an edit of one item voids the approval of that item; only it is shown since the last review', async () => {
    await edit(place.ben, number, place.order, { meaning: 'An order is paid in full, by money.' });
    await expect(page.getByText('Does not cover Order Completed any more').first()).toBeVisible();
    const { verdicts } = await read<Verdicts>(`/change-requests/${number}`);
    expect(verdicts[0]?.voided.map(({ name }) => name)).toEqual(['Order Completed']);
    await expect(page.getByText('About an earlier wording').first()).toBeVisible();
    await page.getByRole('button', { name: /Since my last review/ }).click();
    await expect(page.getByRole('article', { name: /, changed$/ })).toHaveCount(1);
    await expect(page.getByRole('article', { name: 'Order Completed, changed' })).toBeVisible();
  });

  await test.step('who writes an item is seen on it, and whoever leaves is gone', async () => {
    await openPage(ben.page, `${place.pages}/change-requests/${number}/items/${place.order}`);
    await expect(card(abel, 'Order Completed').getByText('Ben Okafor is editing this')).toBeAttached();
    await expect(here(ben).getByText('Abel Moreau is here')).toBeAttached();
    await expectAccessible(page);
    await openPage(ben.page, `${place.pages}/change-requests`);
    await expect(here(abel)).toHaveCount(0);
  });

  await test.step('the same change is read as a schema and as code, by arrow keys', async () => {
    const card = page.getByRole('article', { name: 'Order Completed, changed' });
    await card.getByRole('tab', { name: 'Meaning' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(card.getByText('events/Order-Completed.schema.json', { exact: true })).toBeVisible();
    await expect(card.locator('ins')).toContainText('by money');
    await expectAccessible(page);
    await page.keyboard.press('ArrowRight');
    await expect(card.getByText('Nothing changes for code')).toBeVisible();
  });
  await close(abel, ben);
});

test('a third person settles what two others wrote, field by field', async ({ browser }) => {
  const late = await start(place.ben, 'Ben’s words');
  await edit(place.ben, late, place.cart, {
    meaning: 'Ben’s meaning.',
    purpose: 'Ben’s purpose.',
    firesWhen: 'Ben’s.',
  });
  const early = await start(place.cora, 'Cora’s words');
  const hers = { meaning: 'Cora’s meaning.', purpose: 'Cora’s purpose.', doesNotCount: 'A preview.' };
  await edit(place.cora, early, place.cart, hers);
  await merge(place.cora, early);
  const third = await watchedPage(browser, { storageState: place.abel.storageState });
  const { page } = third;
  await openPage(page, `${place.pages}/change-requests/${late}`);
  await expect(page.getByText('The plan moved').first()).toBeVisible();
  await openPage(page, `${place.pages}/change-requests/${late}/conflicts`);
  await expect(page.getByText('1 of 2')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'What merges by itself' })).toContainText('Does not count');
  const { press, counted } = keysOf(page);
  await press('1');
  await press('n');
  await press('2');
  await expect(page.getByText('2 of 2 decided')).toBeVisible();
  await expectAccessible(page);
  await press('ControlOrMeta+Enter');
  await page.waitForURL(new RegExp(`/change-requests/${late}(\\?|$)`));
  expect(counted.presses).toBe(4);
  const { after } = await read<{ after: { content: Fields } }>(`/change-requests/${late}/changes/${place.cart}`);
  const theirs = { purpose: after.content.purpose, meaning: after.content.meaning, firesWhen: after.content.firesWhen };
  expect([theirs.meaning, theirs.purpose].toSorted()).toEqual(['Ben’s purpose.', 'Cora’s meaning.']);
  expect(theirs.firesWhen).toBe('Ben’s.');
  // Whoever settled it had a hand in it, and is not asked to approve it.
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  await close(third);
});

test('whom a change reaches is told while it is written: nobody for wording, the seeded reader for meaning', async ({
  browser,
}) => {
  const number = await start(place.cora, 'Reach');
  await edit(place.cora, number, place.order, { tags: ['money'] });
  const cora = await watchedPage(browser, { storageState: place.cora.storageState });
  const { page } = cora;
  await openPage(page, `${place.pages}/change-requests/${number}/items/${place.order}`);
  await expect(page.getByText('1 dashboard')).toHaveCount(0);
  await page.getByRole('textbox', { name: /^Meaning/ }).fill('An order is paid and shipped.');
  await expect(page.getByText(/1 dashboard/).first()).toBeVisible();
  await expect(page.getByText('Revenue board').first()).toBeAttached();

  // Before the merge it is listed who will be told; after it they are, once each, and nobody else.
  await edit(place.cora, number, place.order, { meaning: 'An order is paid and shipped.' });
  await move(place.cora, number, 'submit');
  await move(place.abel, number, 'approve');
  await openPage(page, `${place.pages}/change-requests/${number}`);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const last = page.getByRole('dialog', { name: 'Merge' });
  await expect(last.getByText('Will be told: Ben Okafor.')).toBeVisible();
  await last.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText(`#${number} is merged as release`).first()).toBeVisible();
  await expect.poll(() => timesTold(place.ben, number), { timeout: 10_000 }).toBe(1);
  expect([await timesTold(place.cora, number), await timesTold(place.abel, number)]).toEqual([0, 0]);
  await close(cora);
});

async function close(...pages: readonly WatchedPage[]) {
  for (const { page, complaints } of pages) {
    expect(complaints()).toEqual([]);
    await page.context().close();
  }
}
