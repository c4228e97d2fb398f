import { type BrowserContextOptions, expect } from '@playwright/test';
import { demoPeople, demoPlan, demoWorkspace, enterDemo } from '../fixtures/demo';
import { test } from '../fixtures/journey';
import { expectAccessible, expectNoSidewaysScroll, openPage, watchedPage } from '../fixtures/watched-page';

// The two long walks stand in nobody's way but each other's.
test.describe.configure({ mode: 'parallel' });

const ofThePlan = [
  'events',
  'events?group=stage&f=lifecycle%3Alive',
  'events?f=no-such-word-anywhere',
  'events?at=8',
  'events/Order%20Completed',
  'events/Order%20Completed?tab=history',
  'events/Order%20Completed?tab=history&show=activity',
  'events/Order%20Completed?tab=impact',
  'events/Order%20Completed?at=8',
  'events/Purchase',
  'events/No%20Such%20Event',
  'properties',
  'properties/currency',
  'properties/couponCode',
  'groups',
  'groups/Campaign',
  'sources',
  'sources/Web%20shop',
  'destinations',
  'destinations/Amplitude',
  'consumers',
  'consumers/Weekly%20revenue',
  'map',
  'map/journeys',
  'map/journeys?at=8',
  'glossary',
  'health',
  'releases',
  'releases/9',
  'releases/8..12',
  'activity',
  'search?q=checkout',
  'search?q=nothing-is-called-so',
  'imports',
  'exports',
  'change-requests',
  'change-requests/new?kind=event',
];

const ofTheWorkspace = [
  '',
  '/inbox',
  '/settings/general',
  '/settings/members',
  '/settings/teams',
  '/settings/policy',
  '/settings/conventions',
  '/settings/tokens',
  '/settings/channels',
  '/settings/audit',
  '/settings/preferences',
  '/settings/watches',
  '/settings/notifications',
  '/settings/account',
];

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const looks: readonly { name: string; options: BrowserContextOptions }[] = [
  { name: 'light at a desk', options: { viewport: desktop, colorScheme: 'light' } },
  { name: 'dark on a phone', options: { viewport: phone, hasTouch: true, colorScheme: 'dark' } },
  // Both sizes and both themes are above; every pair of them takes twice as long.
  ...(process.env.WAYMARK_LONG
    ? ([
        { name: 'dark at a desk', options: { viewport: desktop, colorScheme: 'dark' } },
        { name: 'light on a phone', options: { viewport: phone, hasTouch: true, colorScheme: 'light' } },
      ] as const)
    : []),
];

test('one click on the sign-in page enters the demo, and the way out leads back to it', async ({ browser }) => {
  const { page, complaints } = await watchedPage(browser, { viewport: desktop });
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await expectAccessible(page, 'sign-in');
  await page.getByRole('button', { name: new RegExp(demoPeople.viewer, 'u') }).click();
  await page.waitForURL(`**${demoWorkspace}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints()).toEqual([]);
  await page.getByRole('button', { name: demoPeople.viewer }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto(`${demoPlan}/events`);
  await page.waitForURL('**/sign-in?next=*');
});

for (const { name, options } of looks) {
  test(`every page of the demo is sound, ${name}`, async ({ browser, baseURL }) => {
    test.setTimeout(600_000);
    const storageState = await enterDemo(baseURL ?? '', demoPeople.admin);
    const { page, complaints } = await watchedPage(browser, { ...options, storageState });
    const requests = await page.request.get(`/api/v1/workspaces${demoWorkspace}/plans/shop/change-requests?tab=open`);
    const journeys = await page.request.get(`/api/v1/workspaces${demoWorkspace}/plans/shop/journeys`);
    const imports = await page.request.get(`/api/v1/workspaces${demoWorkspace}/plans/shop/imports`);
    const pages = [
      ...ofTheWorkspace.map((path) => `${demoWorkspace}${path}`),
      ...ofThePlan.map((path) => `${demoPlan}/${path}`),
      `${demoWorkspace}/members/${(await requests.json()).items[0].author.id}`,
      ...(await journeys.json()).items.flatMap(({ id }: { id: string }) =>
        ['', '?at=8', '?at=3'].map((at) => `${demoPlan}/map/journeys/${id}${at}`),
      ),
      ...(await requests.json()).items.map(({ number }: { number: number }) => `${demoPlan}/change-requests/${number}`),
      ...(await imports.json()).items.map(({ id }: { id: string }) => `${demoPlan}/imports/${id}`),
    ];
    for (const path of pages) {
      await openPage(page, path);
      await expect(page.getByRole('status').filter({ hasText: /^Loading/u })).toHaveCount(0);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await expect.soft(page, path).toHaveTitle(/ · Waymark$/u);
      await expectAccessible(page, path);
      await expectNoSidewaysScroll(page, path);
      expect.soft(complaints(), path).toEqual([]);
    }
  });
}

test('an idle connection is kept for longer than a load balancer keeps it', async ({ request }) => {
  const { 'keep-alive': kept } = (await request.get('/api/v1/health')).headers();
  expect(Number(/timeout=(\d+)/u.exec(kept ?? '')?.[1])).toBeGreaterThan(60);
});

test('an address that leads nowhere says so and leads on', async ({ browser, baseURL }) => {
  const storageState = await enterDemo(baseURL ?? '', demoPeople.viewer);
  const { page } = await watchedPage(browser, { viewport: phone, storageState });
  for (const path of [`${demoWorkspace}/no-such-plan/events`, '/no-such-workspace', `${demoPlan}/releases/9999`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first(), path).toBeVisible();
    await expectNoSidewaysScroll(page, path);
  }
  await openPage(page, `${demoPlan}/events/Order%20Complet`);
  await expect(page.getByRole('link', { name: 'Order Completed' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Propose it' })).toBeVisible();
});

test('what a viewer may not do is told, with who may', async ({ browser, baseURL }) => {
  const storageState = await enterDemo(baseURL ?? '', demoPeople.viewer);
  const { page, complaints } = await watchedPage(browser, { viewport: desktop, storageState });
  await openPage(page, `${demoWorkspace}/settings/audit`);
  await expect(page.getByText('needs the role Admin')).toBeVisible();
  await expect(page.getByText(`Ask ${demoPeople.admin}`)).toBeVisible();
  await expectAccessible(page, 'no access');
  expect(complaints()).toEqual([]);
});

test('without a network what was read stays readable, and the reader is told', async ({ browser, baseURL }) => {
  const storageState = await enterDemo(baseURL ?? '', demoPeople.viewer);
  const { page } = await watchedPage(browser, { viewport: desktop, storageState });
  await openPage(page, `${demoPlan}/events`);
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Order Completed' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('You are offline')).toBeHidden();
});
