import { type Browser, expect } from '@playwright/test';
import { demoPeople, demoPlan, enterDemo } from '../fixtures/demo';
import { test } from '../fixtures/journey';
import { expectAccessible, openPage, watchedPage } from '../fixtures/watched-page';

// Of this event the ninth release of the demo changed what it means; everything told of it here is older than that.
const event = 'Order Completed';
const eventPath = `${demoPlan}/events/Order%20Completed`;
const before = 'The payment provider confirms that the payment was authorised.';
const after = 'The payment provider confirms that the payment was captured.';
const why = 'One authorised payment in twenty is never captured';

async function readerAt(browser: Browser, baseURL: string | undefined, path: string) {
  const storageState = await enterDemo(baseURL ?? '', demoPeople.viewer);
  const watched = await watchedPage(browser, { storageState, permissions: ['clipboard-read', 'clipboard-write'] });
  await openPage(watched.page, path);
  return watched;
}

test('an analyst learns by keys alone what an event means, since when, and whom to ask', async ({
  browser,
  baseURL,
}) => {
  const { page, complaints } = await readerAt(browser, baseURL, `${demoPlan}/events`);
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ordr complted');
  await expect(palette.getByRole('option').first()).toContainText(event);
  await page.keyboard.press('Tab');
  const meaning = palette.getByRole('region', { name: `Meaning of ${event}` });
  await expect(meaning).toContainText('A customer’s order is paid: we have the money.');
  await expect(meaning).toContainText(after);
  await expect(meaning).toContainText('Checkout');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${eventPath}`);
  await expect(page.getByRole('heading', { level: 1, name: event })).toBeVisible();

  await expect(page.getByRole('article')).toMatchAriaSnapshot(`
    - article:
      - region "Meaning":
        - heading "Meaning" [level=2]
        - button "Who last changed meaning"
        - paragraph: /is paid. we have the money/
      - region "Fires when":
        - heading "Fires when" [level=2]
        - button "Who last changed fires when"
        - paragraph: ${after}
      - region "Does not count":
        - heading "Does not count" [level=2]
      - region "Purpose":
        - heading "Purpose" [level=2]
      - region "Example payload":
        - heading "Example payload" [level=2]
      - region /Properties \\(\\d+\\)/:
        - heading /Properties \\(\\d+\\)/ [level=2]
  `);
  await expect(page.getByRole('complementary', { name: 'About this item' })).toMatchAriaSnapshot(`
    - region "Last meaning change":
      - paragraph: /in release 9/
      - paragraph: Meaning
      - paragraph:
        - deletion: /the bank agreed to pay/
      - paragraph:
        - insertion: /we have the money/
      - paragraph: Fires when
      - paragraph:
        - deletion: /authorised/
        - insertion: /captured/
      - paragraph: Does not count
      - paragraph
      - paragraph: Numbers before and after are not comparable
      - paragraph:
        - link "#9 An order is complete when the money is ours"
    - region "Sources":
      - list:
        - listitem:
          - link "Source Shop backend"
          - text: server Source of truth
    - region /Consumers/:
      - list:
        - listitem
        - listitem
        - listitem
        - listitem
        - listitem:
          - link "Consumer Weekly revenue"
          - paragraph: dashboard, Amara Okafor
  `);

  await page.keyboard.press('y');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${eventPath}`);
  await page.keyboard.press('Shift+Y');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(event);

  // Who wrote this sentence, when, and why: reached with Tab, opened with Enter.
  const blame = page.getByRole('button', { name: 'Who last changed fires when' });
  await blame.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Who last changed fires when' })).toMatchAriaSnapshot(`
    - dialog "Who last changed fires when":
      - paragraph:
        - text: Luca Ferri,
        - time
        - text: ", in release 9 (version 3.0.0)"
      - paragraph:
        - link "#9 An order is complete when the money is ours"
      - paragraph: /${why}/
  `);
  await page.keyboard.press('Escape');
  await expect(blame).toBeFocused();
  expect(complaints()).toEqual([]);
});

test('the plan as it was: the bar says so, and links, lists, search and blame keep to it', async ({
  browser,
  baseURL,
}) => {
  const { page, complaints } = await readerAt(browser, baseURL, eventPath);
  const bar = page.getByRole('status').filter({ hasText: 'You are reading release 8' });
  await page.getByRole('button', { name: 'Read an earlier state' }).click();
  await page.getByRole('textbox', { name: 'Release' }).fill('8');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${eventPath}?at=8`);
  await expect(bar).toBeVisible();
  await expect(page.getByRole('region', { name: 'Fires when' })).toContainText(before);
  // The pointer still rests where a tooltip comes by itself; a hand moves it away, it does not jump.
  await page.mouse.move(0, 0, { steps: 8 });
  await expect(page.locator('[data-radix-popper-content-wrapper], [role=tooltip]')).toHaveCount(0);
  await expectAccessible(page, 'event as of release 8');

  const blame = page.getByRole('button', { name: 'Who last changed fires when' });
  await blame.click();
  await expect(page.getByRole('dialog', { name: 'Who last changed fires when' })).toContainText('in release 1 ');
  await page.keyboard.press('Escape');
  // The focus goes back, which may move the page, before something else is pressed.
  await expect(blame).toBeFocused();

  await page.getByRole('article').getByRole('link', { name: 'order_total', exact: true }).click();
  await page.waitForURL('**/properties/order_total?at=8');
  await expect(bar).toBeVisible();

  // Two events came with release 12.
  await openPage(page, `${demoPlan}/events?at=8&f=payout`);
  await expect(bar).toBeVisible();
  await expect(page.getByRole('link', { name: 'Payout Received' })).toHaveCount(0);

  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByPlaceholder('Search the plan as of release 8')).toBeFocused();
  await page.keyboard.type('payout received');
  await expect(palette.getByText('Nothing was called so then')).toBeVisible();
  await palette.getByRole('combobox').fill(event);
  await expect(palette.getByText('Items as of release 8')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(palette.getByRole('region', { name: `Meaning of ${event}` })).toContainText(before);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${eventPath}?at=8`);
  await expect(bar).toBeVisible();

  await openPage(page, `${demoPlan}/search?q=authorised&at=8`);
  await expect(bar).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: `Event ${event}` })
    .click();
  await page.waitForURL(`**${eventPath}?at=8`);
  await bar.getByRole('link', { name: 'Back to current' }).click();
  await expect(page.getByRole('region', { name: 'Fires when' })).toContainText(after);
  await expect(bar).toHaveCount(0);
  expect(complaints()).toEqual([]);
});

test('words typed and entered in one breath open what they name', async ({ browser, baseURL }) => {
  const { page, complaints } = await readerAt(browser, baseURL, `${demoPlan}/search?q=payout`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Event Payout Received' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the plan' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(event);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${eventPath}`);
  await expect(page.getByRole('heading', { level: 1, name: event })).toBeVisible();
  expect(complaints()).toEqual([]);
});

test('a tab keeps its name until the next page has one', async ({ browser, baseURL }) => {
  const { page } = await readerAt(browser, baseURL, `${demoPlan}/search?q=payout`);
  const nameless = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const look = () => {
      if (document.title === '') seen.push(window.location.pathname);
    };
    new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
    return seen;
  });
  // On a slow machine the metadata of a page comes well after the page has begun.
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.getByRole('searchbox', { name: 'Search the plan' }).fill(event);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^Order Completed · Events/u);
  await page.getByRole('link', { name: 'Releases', exact: true }).click();
  await expect(page).toHaveTitle(/^Releases/u);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page).toHaveTitle(/^\d+ to \d+ · Releases/u);
  await page.goBack();
  await expect(page).toHaveTitle(/^Releases/u);
  expect(await nameless.jsonValue()).toEqual([]);
});

test('what changed between two releases, and how a meaning came to be what it is', async ({ browser, baseURL }) => {
  const { page, complaints } = await readerAt(browser, baseURL, `${demoPlan}/releases`);
  const choose = async (label: string, release: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: release, exact: true }).click();
  };
  await choose('Compare from', 'Release 8');
  await choose('Compare to', 'Release 9');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.waitForURL('**/releases/8..9');
  await expect(page.getByRole('heading', { level: 1, name: 'From release 8 to 9' })).toBeVisible();
  const change = `
        - heading "Meaning" [level=3]
        - 'button "Meaning: why"'
        - paragraph:
          - deletion: /the bank agreed to pay/
        - paragraph:
          - insertion: /we have the money/
        - heading "Fires when" [level=3]
        - 'button "Meaning: why"'
        - paragraph:
          - text: The payment provider confirms that the payment was
          - deletion: /authorised/
          - insertion: /captured/
          - text: .
        - heading "Does not count" [level=3]`;
  await expect(page.getByRole('list', { name: 'Changed items' })).toMatchAriaSnapshot(`
    - listitem:
      - article:
        - heading "Event Order Completed Meaning 2.0.0 to 3.0.0" [level=3]${change}
  `);
  await expectAccessible(page, 'compare');

  await page
    .getByRole('heading', { level: 3 })
    .getByRole('link', { name: `Event ${event}` })
    .click();
  await page.waitForURL(`**${eventPath}`);
  await page.getByRole('navigation', { name: 'Event views' }).getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('link', { name: 'Release 9', exact: true })).toBeVisible();
  await expect(
    page.getByRole('list').filter({ has: page.getByRole('link', { name: 'Release 9', exact: true }) }),
  ).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - heading "Release 9" [level=2]
        - text: 3.0.0 Meaning
        - time
        - link "Luca Ferri"
        - link "#9 An order is complete when the money is ours"
        - link "Read it as it was"
        - paragraph: /${why}/${change}
        - 'button "Meaning: why"'
        - paragraph
      - listitem:
        - heading "Release 5" [level=2]
        - text: 2.0.0 Breaking
      - listitem:
        - heading "Release 1" [level=2]
        - paragraph: First written as “Order Completed”.
  `);
  expect(complaints()).toEqual([]);
});
