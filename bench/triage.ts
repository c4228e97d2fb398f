import { chromium, type Page } from '@playwright/test';
import { itemOf } from '@/lib/features/testing/plan';
import { createStage, type Stage } from '@/lib/features/testing/stage';
import { prisma } from '@/lib/infra/db/client';
import { addNotifications } from '@/lib/store/notifications';
import { findBrowser } from '../scripts/browser';
import { watchKeys } from './keys-seen';
import { atMost, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const entries = 30;
const betweenKeysMs = 180;

/** Thirty entries in the inbox, worked through with thirty keys in Chromium: each key until it is painted. */
export async function benchTriage(): Promise<boolean> {
  const stage = await createStage();
  await seed(stage);
  const server = await startProductionServer();
  try {
    const painted = await triage(server.url, stage);
    return [
      atMost(`triage key in an inbox of ${entries} until it is painted, p95`, percentile(painted, 0.95), 50, 'ms'),
      atMost(`entries left after ${entries} keys`, await leftOf(stage), 0, 'entries'),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await server.stop();
  }
}

async function triage(url: string, { world }: Stage): Promise<number[]> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = world.people.viewer.cookie.split(/=(.*)/su);
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    // What runs in the page was compiled by a tool that keeps names with this function.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(`${url}/${world.slug}/inbox`);
    const rows = page.getByRole('list', { name: 'Important entries' }).getByRole('listitem');
    await rows.first().waitFor();
    await page.waitForTimeout(2_000);
    return await pressAll(page);
  } finally {
    await browser.close();
  }
}

async function pressAll(page: Page): Promise<number[]> {
  const keysSeen = await watchKeys(page);
  for (let at = 0; at < entries; at += 1) {
    await page.keyboard.press('d');
    await page.waitForTimeout(betweenKeysMs);
  }
  await page.getByText('All read. Nothing needs you').waitFor();
  const keys = (await keysSeen()).map(({ painted }) => painted);
  if (keys.length !== entries) throw new Error(`${keys.length} of ${entries} keys were seen`);
  return keys;
}

/** News of a changed meaning as a release leaves it, thirty times. */
async function seed({ world, planId }: Stage): Promise<void> {
  const at = new Date();
  const news = Array.from({ length: entries }, (_, index) => {
    const { id, kind, namespace, name } = itemOf('event', `Order Step ${index}`, {});
    const sides = { before: 'A person took the step.', after: 'The money for the step is ours.' };
    const sentence = 'Its meaning was changed';
    const difference = {
      ...{ type: 'field-changed', field: 'meaning', member: null, part: null, label: 'Meaning', prose: true, ...sides },
      ...{
        sentence,
        significance: 'meaning',
        significances: ['meaning'],
        breaks: { senders: false, readers: true },
        why: sentence,
      },
      ...{ consequence: 'Numbers before and after are not comparable', claimable: false, claimed: false },
    };
    const item = {
      ...{ itemId: id, kind, namespace, name, operation: 'changed', significance: 'meaning', sentences: [sentence] },
      consequence: 'Numbers before and after are not comparable',
      differences: [difference],
    };
    return {
      ...{
        userId: world.people.viewer.userId,
        planId,
        changeRequestId: null,
        release: 1,
        subjectKey: `bench:${index}`,
      },
      reasons: ['watch'],
      payload: {
        ...{ kind: 'released', important: true, actor: 'Ana Ruiz', words: 'merged it as release 1' },
        ...{ request: { number: 1, title: `Count step ${index}`, reason: 'Finance asked for it.' } },
        ...{ release: { number: 1, at: at.toISOString() }, significance: 'meaning', consequence: item.consequence },
        ...{ line: { name, label: 'Meaning', ...sides, sentence }, items: [item], omitted: 0, because: [] },
      },
      at: new Date(at.getTime() - index * 60_000),
    };
  });
  await addNotifications(prisma(), world.workspaceId, news);
}

async function leftOf({ world }: Stage): Promise<number> {
  return prisma().notification.count({
    where: { workspaceId: world.workspaceId, userId: world.people.viewer.userId, doneAt: null },
  });
}
