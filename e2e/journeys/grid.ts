import { expect } from '@playwright/test';
import { test } from '../fixtures/journey';
import { newWorkspace, post } from '../fixtures/people';
import { expectAccessible, untilHeard } from '../fixtures/watched-page';

const names = ['Cart Viewed', 'Order Completed', 'Order Refunded', 'Search Made'];

test('a block is pasted from a spreadsheet, one cell put right, filled, undone and found in the review', async ({
  browser,
  baseURL,
}) => {
  const workspace = await newWorkspace(baseURL ?? '', 'Grid');
  const cora = await workspace.join('contributor', 'Cora Lund');
  const abel = await workspace.join('approver', 'Abel Moreau');
  const api = `/workspaces/${workspace.slug}/plans/${workspace.plan}`;
  const first = await post(cora.api, `${api}/change-requests`, {
    title: 'The plan to begin with',
    submit: true,
    items: names.map((name) => ({ kind: 'event', name, content: {} })),
  });
  let { lockVersion } = first;
  for (const [who, move] of [
    [abel, 'approve'],
    [cora, 'merge'],
  ] as const) {
    const path = `/api/v1${api}/change-requests/${first.number}/${move}`;
    const answer = await who.api.post(path, { data: {}, headers: { 'if-match': `"${lockVersion}"` } });
    expect(answer.ok(), await answer.text()).toBe(true);
    ({ lockVersion } = await answer.json());
  }

  const context = await browser.newContext({ storageState: cora.storageState, viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(`/${workspace.slug}/${workspace.plan}/events`, { waitUntil: 'networkidle' });
  await untilHeard(page);
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const grid = page.getByRole('grid', { name: 'Events' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(names.length + 1));
  const cell = (row: number, column: number) => page.locator(`[data-row="${row}"][data-column="${column}"]`);
  const heads = await grid.getByRole('columnheader').allTextContents();
  const at = (label: string) => heads.indexOf(label);
  const said = page.locator('[aria-live="polite"], [role="status"]');

  // One tab stop: outside editing Tab leaves the grid.
  await cell(0, 1).click();
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Tab');
  expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await cell(0, 1).click();

  const block =
    'Name\tMeaning\tOwner\nCart Viewed\t"Seen,\nnot opened."\tCora Lund\nOrder Completed\tPaid.\tCora Lnd\nOrder Refunded\tMoney is back.\tAbel Moreau\nGift Sent\tA gift is sent.\t';
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(said.filter({ hasText: 'Pasted 6 cells, 1 to fix, 1 row left over' }).first()).toBeAttached();
  const owner = at('Owner');
  await expect(cell(1, owner)).toHaveText(/Cora Lnd/u);
  await expect(cell(1, owner)).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Create 1 event' }).click();
  await expect(cell(4, 0)).toHaveText(/Gift Sent/u);

  // The bad cell says why and what may be meant; typing offers names too.
  await cell(1, owner).click();
  await expect(page.getByText('No team or person is called “Cora Lnd”.')).toBeVisible();
  await page.keyboard.type('Cora L');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cell(1, owner)).toHaveText(/Cora Lund/u);
  await expect(cell(2, owner)).toBeFocused();

  // Fill down over a selection, and take it back with one key.
  const tags = at('Tags');
  await cell(0, tags).click();
  await page.keyboard.type('checkout');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  for (let row = 1; row < names.length; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(cell(3, tags)).toHaveText(/checkout/u);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell(3, tags)).not.toHaveText(/checkout/u);
  await expect(cell(0, tags)).toHaveText(/checkout/u);
  await expect(page.getByText(/^9 changes in 4 items/u)).toBeVisible();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Review changes' }).click();
  await expect(page.getByText('not opened.').first()).toBeVisible();
  await expect(page.getByText('Gift Sent').first()).toBeVisible();
  await context.close();
});
