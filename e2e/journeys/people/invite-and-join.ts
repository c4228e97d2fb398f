import { expect } from '@playwright/test';
import { test } from '../../fixtures/journey';
import { newWorkspace, unique } from '../../fixtures/people';
import { expectAccessible } from '../../fixtures/watched-page';

test('an admin invites by link, the invitee joins, and a changed role takes effect at once', async ({
  browser,
  baseURL,
}) => {
  const { slug, admin } = await newWorkspace(baseURL ?? '');
  const page = await (await browser.newContext({ storageState: admin.storageState })).newPage();
  await page.goto(`/${slug}/settings/members`);
  await page.getByRole('button', { name: 'Make link' }).click();
  const link = (await page.getByText(/\/join#wmi_/).textContent()) ?? '';
  await expectAccessible(page);

  const name = `Ben ${unique()}`;
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
  await phone.goto(link);
  await expect(phone.getByText(`${admin.name} invites you as Contributor`)).toBeVisible();
  await expectAccessible(phone);
  await phone.getByLabel('Your name').fill(name);
  await phone.getByLabel('E-mail').fill(`${unique()}@example.com`);
  await phone.getByLabel('Password', { exact: true }).fill('password123');
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(phone.getByText('on every attacker’s list')).toBeVisible();
  await phone.getByLabel('Password', { exact: true }).fill('a green kettle, and a fern');
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await phone.waitForURL(`**/${slug}`);

  await phone.goto(`/${slug}/settings/audit`);
  await expect(phone.getByText('Reading the audit needs the role Admin')).toBeVisible();
  await expect(phone.getByText(`Ask ${admin.name}`)).toBeVisible();
  await expectAccessible(phone);

  await page.reload();
  await page.getByRole('combobox', { name: `Role of ${name}` }).click();
  await page.getByRole('option', { name: /^Admin/ }).click();
  await expect(page.getByText(`${name} is Admin now`)).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('cell', { name: 'member.join' })).toBeVisible();

  await phone.goto('about:blank');
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'This invitation was used already' })).toBeVisible();
});

test('somebody signs in, lands where they wanted to go, and ends their other session', async ({
  page,
  browser,
  baseURL,
}) => {
  const { slug, join } = await newWorkspace(baseURL ?? '');
  const ben = await join('contributor', 'Ben Okafor');
  const elsewhere = await (await browser.newContext({ storageState: ben.storageState })).newPage();
  await elsewhere.goto(`/${slug}/settings/account`);

  await page.goto(`/${slug}/settings/account`);
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill(ben.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('E-mail or password is wrong')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(ben.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${slug}/settings/account`);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toBeHidden();
  await elsewhere.reload();
  await elsewhere.waitForURL('**/sign-in?next=*');
});

test('a token is shown once, works, and is refused once it is revoked', async ({ browser, baseURL, request }) => {
  const { slug, join } = await newWorkspace(baseURL ?? '');
  const ben = await join('contributor', 'Ben Okafor');
  const page = await (await browser.newContext({ storageState: ben.storageState })).newPage();
  await page.goto(`/${slug}/settings/tokens`);
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('CI export');
  await page.getByRole('checkbox', { name: /^Export/ }).click();
  await page.getByRole('button', { name: 'Create token' }).click();
  const secret = await page.getByRole('textbox', { name: 'Token' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /CI export/ })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expectAccessible(page);
  const ask = () => request.get(`/api/v1/workspaces/${slug}`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await ask()).status()).toBe(200);
  await page.getByRole('button', { name: 'Revoke CI export' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await expect(page.getByText('Revoked')).toBeVisible();
  expect((await ask()).status()).toBe(401);
});
