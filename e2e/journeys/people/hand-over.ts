import { expect } from '@playwright/test';
import { test } from '../../fixtures/journey';
import { newWorkspace, post } from '../../fixtures/people';
import { expectAccessible, openPage, watchedPage } from '../../fixtures/watched-page';

test('who archives a team sees what it owns, hands it over and finds what nobody owns', async ({
  browser,
  baseURL,
}) => {
  const { slug, plan, admin, join } = await newWorkspace(baseURL ?? '', 'Hand-over');
  const approver = await join('approver', 'Rosa Reviewer');
  const at = `/workspaces/${slug}`;
  const { id: teamId } = await post(admin.api, `${at}/teams`, { name: 'Checkout', memberIds: [] });
  const owner = { type: 'team', id: teamId };
  const event = (name: string, content: object) => ({
    ...{ kind: 'event', name },
    content: { meaning: 'It happened.', firesWhen: 'At once.', ...content },
  });
  const requests = `${at}/plans/${plan}/change-requests`;
  const request = await post(admin.api, requests, {
    ...{ title: 'Orders', submit: true },
    items: [event('Order Completed', { owner }), event('Order Refunded', { owner }), event('Cart Viewed', {})],
  });
  const approved = await approver.api.post(`/api/v1${requests}/${request.number}/approve`, {
    data: { covers: null },
    headers: { 'if-match': `"${request.lockVersion}"` },
  });
  expect(approved.ok()).toBe(true);
  await post(admin.api, `${requests}/${request.number}/merge`, {});

  const { page, complaints } = await watchedPage(browser, { storageState: admin.storageState });
  await openPage(page, `/${slug}/settings/teams`);
  await page.getByRole('button', { name: 'Archive Checkout' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('Checkout owns 2 items')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('New owner').click();
  await page.getByRole('option', { name: 'Rosa Reviewer' }).click();
  await dialog.getByRole('button', { name: 'Propose hand-over' }).click();
  await expect(dialog.getByRole('link', { name: 'Hand 2 items over from Checkout to Rosa Reviewer' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Archive team' }).click();
  await expect(dialog).toBeHidden();

  await openPage(page, `/${slug}`);
  const health = page.getByRole('region', { name: 'Plan health' });
  await expect(health.getByText('Items whose owner is gone')).toBeVisible();
  await health.getByRole('button', { name: 'Hand over: Items without an owner' }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Cart Viewed' })).toBeVisible();
  expect(complaints()).toEqual([]);
});
