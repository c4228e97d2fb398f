import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { newWorkspace, type OwnWorkspace, type Someone } from '../fixtures/people';

// The whole job on the plan of a real product: 1,013 definitions under 939 names, as `corpora/gitlab-events` has them.
const file = new URL('../fixtures/gitlab-events/plan.csv', import.meta.url);

interface Team {
  workspace: OwnWorkspace;
  cora: Someone;
  abel: Someone;
}
let team: Team;

async function pageOf(browser: Browser, someone: Someone): Promise<Page> {
  return (await browser.newContext({ storageState: someone.storageState })).newPage();
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ baseURL }) => {
  const workspace = await newWorkspace(baseURL ?? '', 'Main job');
  team = {
    workspace,
    cora: await workspace.join('contributor', 'Cora Lund'),
    abel: await workspace.join('approver', 'Abel Moreau'),
  };
});

test('a contributor brings the plan in, and nothing is dropped', async ({ browser }) => {
  const { workspace, cora } = team;
  const page = await pageOf(browser, cora);
  await page.goto(`/${workspace.slug}/${workspace.plan}/imports`, { waitUntil: 'networkidle' });
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'gitlab.csv',
    mimeType: 'text/csv',
    buffer: readFileSync(file),
  });
  await expect(page.getByText('26 names are used by 100 events')).toBeVisible({ timeout: 30_000 });
  await page.screenshot({ path: '/tmp/shots/mj-map.png', fullPage: true });
  await page.getByRole('tab', { name: /Check/ }).click();
  await page.screenshot({ path: '/tmp/shots/mj-check.png', fullPage: true });
  await page.getByRole('tab', { name: /Preview/ }).click();
  await page.screenshot({ path: '/tmp/shots/mj-preview.png' });
  await page.getByRole('button', { name: /Create change request with/ }).click();
  await page.waitForURL('**/change-requests/1');
  await page.waitForTimeout(5000);
  await page.screenshot({ path: '/tmp/shots/mj-cr.png' });
});
