import { expect } from '@playwright/test';
import { test } from '../fixtures/journey';
import { newWorkspace } from '../fixtures/people';
import { expectAccessible, untilHeard } from '../fixtures/watched-page';

const template = 'Subscription software';

test('from an empty workspace to reading one’s own events by a template, within a minute', async ({
  browser,
  baseURL,
}) => {
  const { slug, plan, admin, join } = await newWorkspace(baseURL ?? '', 'First run');
  const page = await (await browser.newContext({ storageState: admin.storageState })).newPage();
  const began = Date.now();
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  await untilHeard(page);
  await page.getByRole('link', { name: 'Bring your plan in' }).click();
  await page.getByRole('button', { name: /^Start from a template/ }).click();
  await page.getByRole('radio', { name: new RegExp(template) }).click();
  await expectAccessible(page, 'start');
  await page.getByRole('checkbox', { name: /^Data Exported/ }).click();
  await page.getByRole('button', { name: 'Propose 18 events' }).click();
  await page.waitForURL('**/change-requests/1');
  await expect(page.getByRole('heading', { name: `Begin with 18 events of “${template}”` })).toBeVisible();
  await expect(page.getByText('A person has an account for the first time.').first()).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000);

  // Alone one cannot approve what one proposed; somebody who is invited can, and then it can be read.
  const ben = await join('approver', 'Ben Okafor');
  const approver = await (await browser.newContext({ storageState: ben.storageState })).newPage();
  await approver.goto(`/${slug}/${plan}/change-requests/1`, { waitUntil: 'networkidle' });
  await untilHeard(approver);
  await approver.keyboard.press('a');
  await expect(approver.getByRole('dialog')).toBeVisible();
  await approver.keyboard.press('ControlOrMeta+Enter');
  await approver.getByRole('button', { name: 'Merge', exact: true }).click();
  await approver.keyboard.press('ControlOrMeta+Enter');
  await expect(approver.getByText(/release 1\b/).first()).toBeVisible();

  await page.goto(`/${slug}/${plan}/events/Trial%20Started`, { waitUntil: 'networkidle' });

  await untilHeard(page);
  await expect(page.getByRole('heading', { name: 'Trial Started' })).toBeVisible();
  const hints = page.getByRole('complementary', { name: 'Hints' });
  await expect(hints).toContainText('proposes an edit of this page');
  await hints.getByRole('button', { name: 'Do not show these hints again' }).click();
  await page.reload();
  await expect(hints).toHaveCount(0);

  await page.goto(`/${slug}/${plan}/start?template=true`, { waitUntil: 'networkidle' });

  await untilHeard(page);
  await page.getByRole('radio', { name: new RegExp(template) }).click();
  await expect(page.getByText('the plan has it already')).toHaveCount(18);
  await expect(page.getByRole('button', { name: 'Propose 1 event', exact: true })).toBeVisible();
});

test('the first steps on home follow what was done, and stay away once dismissed', async ({ browser, baseURL }) => {
  const { slug, plan, admin } = await newWorkspace(baseURL ?? '', 'First steps');
  const page = await (await browser.newContext({ storageState: admin.storageState })).newPage();
  await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
  await untilHeard(page);
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps).toContainText('0 of 5');
  const made = await admin.api.post(`/api/v1/workspaces/${slug}/plans/${plan}/change-requests`, {
    data: { title: 'A first event', items: [{ kind: 'event', name: 'Signed Up', content: {} }] },
  });
  expect(made.status()).toBe(201);
  await page.reload();
  await expect(steps).toContainText('1 of 5');
  await expect(steps.getByText('Propose a change, done')).toBeVisible();
  await steps.getByRole('button', { name: 'Do not show the first steps again' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await expect(steps).toHaveCount(0);
});
