import { type Browser, expect } from '@playwright/test';
import { demoPeople, demoPlan, enterDemo } from '../fixtures/demo';
import { test } from '../fixtures/journey';
import { expectAccessible, openPage, watchedPage } from '../fixtures/watched-page';

async function pageAt(browser: Browser, baseURL: string | undefined, path: string) {
  const storageState = await enterDemo(baseURL ?? '', demoPeople.contributor);
  const watched = await watchedPage(browser, { storageState });
  await openPage(watched.page, path);
  return watched;
}

test('an analyst looks an event up with a typing mistake and never leaves the keyboard', async ({
  browser,
  baseURL,
}) => {
  const { page, complaints } = await pageAt(browser, baseURL, `${demoPlan}/events`);
  const opener = page.getByRole('link', { name: 'Releases' });
  await opener.focus();
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  const options = palette.getByRole('option');
  const box = palette.getByRole('combobox');

  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('chekout comp');
  await expect(options.first()).toContainText('Checkout Step Completed');
  expect(await options.count()).toBeLessThanOrEqual(50);
  await page.keyboard.press('Tab');
  const meaning = palette.getByRole('region', { name: 'Meaning of Checkout Step Completed' });
  await expect(meaning).toContainText('A step of the checkout was finished.');
  await expect(meaning).toContainText('Fires when');
  await expectAccessible(page, 'palette');
  await page.keyboard.press('ArrowRight');
  await expect(options.filter({ hasText: 'Propose edit' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('chekout comp');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('chekout comp');
  await expect(options.first()).toContainText('Checkout Step Completed');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events/Checkout%20Step%20Completed');
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout Step Completed' })).toBeVisible();

  // What was looked at is offered before anything is typed.
  await page.keyboard.press('Control+k');
  await expect(options.first()).toContainText('Checkout Step Completed');
  expect(complaints()).toEqual([]);
});

test('the palette finds values, requests, people and commands, and proposes what is not there', async ({
  browser,
  baseURL,
}) => {
  const { page } = await pageAt(browser, baseURL, `${demoPlan}/events`);
  const options = page.getByRole('dialog', { name: 'Search and commands' }).getByRole('option');
  const look = async (words: string) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
    await page.keyboard.type(words);
  };
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await look('klarna');
  await expect(options.filter({ hasText: 'payment_method' })).toBeVisible();
  await leave();
  await look('#');
  await expect(options.first()).toContainText(/#\d+/u);
  await leave();
  await look('@mei');
  await expect(options.first()).toContainText('Mei Tanaka');
  await leave();
  await look('>dark');
  await expect(options.first()).toContainText('Dark theme');
  await leave();
  await look('zebra unicycle rented');
  await options.filter({ hasText: 'Propose “zebra unicycle rented”' }).click();
  await page.waitForURL('**/change-requests/new?*');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('zebra unicycle rented');
});

test('a list is moved through, peeked into, selected from and filtered by its keys', async ({ browser, baseURL }) => {
  const { page, complaints } = await pageAt(browser, baseURL, `${demoPlan}/events?f=cart`);
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  await expect(row('Cart Item Added')).toBeVisible();
  await page.keyboard.press('j');
  await expect(row('Cart Item Added')).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: 'Peek: Cart Item Added' })).toBeVisible();
  await expect(page).toHaveURL(/peek=ev_/u);
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: 'Peek: Cart Item Removed' })).toBeVisible();
  await expectAccessible(page, 'peek');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: /^Peek/u })).toHaveCount(0);
  await expect(page).not.toHaveURL(/peek=/u);

  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 selected')).toBeHidden();

  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/events/Cart%20Item%20Removed');
  await expect(page.getByRole('heading', { level: 1, name: 'Cart Item Removed' })).toBeVisible();
  await page.keyboard.press('[');
  await page.waitForURL('**/events/Cart%20Item%20Added');
  await page.keyboard.press(']');
  await page.waitForURL('**/events/Cart%20Item%20Removed');

  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL('**/properties');
  await expect(page.getByRole('heading', { level: 1, name: 'Properties' })).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('class:personal ');
  await expect(page.getByRole('button', { name: 'Remove class:personal' })).toBeVisible();
  await expect(page.getByText(/^\d+ of [\d,]+ properties$/u)).toBeVisible();
  // Keys are text where one types.
  await page.keyboard.type('c');
  await expect(page).toHaveURL(/\/properties/u);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts of this screen' })).toBeVisible();
  await expectAccessible(page, 'shortcuts');
  await page.keyboard.press('Escape');
  expect(complaints()).toEqual([]);
});

test('the next item follows the list one came from, also after a click', async ({ browser, baseURL }) => {
  const { page } = await pageAt(browser, baseURL, `${demoPlan}/events?f=brewing`);
  await page.getByRole('link', { name: 'Brewing Video Finished' }).click();
  await page.waitForURL('**/events/Brewing%20Video%20Finished');
  await expect(page.getByRole('heading', { level: 1, name: 'Brewing Video Finished' })).toBeVisible();
  await page.keyboard.press(']');
  await page.waitForURL('**/events/Brewing%20Video%20Started');
});
