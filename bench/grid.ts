import { chromium, type Page } from '@playwright/test';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { findBrowser } from '../scripts/browser';
import { watchKeys } from './keys-seen';
import { createLargePlace } from './large-place';
import { atMost, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const presses = 120;
const betweenKeysMs = 60;
const pasteRounds = 7;
const pasted = { rows: 200, columns: 5 };

/** The grid over 5,000 events in Chromium: each arrow key until it is painted, and a paste of 1,000 cells until it is. */
export async function benchGrid(): Promise<boolean> {
  const { world, slug, snapshot } = await createLargePlace();
  const rows = itemsOfKind(snapshot, 'event').length;
  const server = await startProductionServer();
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    const [name = '', value = ''] = world.people.contributor.cookie.split(/=(.*)/su);
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    // What runs in the page was compiled by a tool that keeps names with this function.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(`${server.url}/${world.slug}/${slug}/grid?kind=event`);
    await page.getByRole('grid').waitFor();
    await page.waitForTimeout(3_000);
    const processor = await processorTime(page);
    const arrows = await pressArrows(page);
    const perArrow = (await processor()) / presses;
    const pastes = await paste(page);
    return [
      atMost(
        `grid of ${rows} rows: an arrow key until it is painted, p95 of ${presses}`,
        percentile(arrows, 0.95),
        50,
        'ms',
      ),
      atMost('grid: an arrow key, processor time of the page with painting', perArrow, 20, 'ms'),
      atMost('grid: paste of 1,000 cells until they are painted, p95', percentile(pastes, 0.95), 500, 'ms'),
      atMost('grid: cells in the page at most', await page.locator('[data-column]').count(), 1_500, 'cells'),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Milliseconds of processor time that the page's own thread uses from now on, which other work on the machine does not change much. */
async function processorTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await read();
  return async () => (await read()) - before;
}

async function pressArrows(page: Page): Promise<number[]> {
  await page.locator('[data-row="0"][data-column="1"]').click();
  const keysSeen = await watchKeys(page);
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press(at % 4 === 3 ? (at % 8 === 3 ? 'ArrowRight' : 'ArrowLeft') : 'ArrowDown');
    await page.waitForTimeout(betweenKeysMs);
  }
  const keys = (await keysSeen()).map(({ painted }) => painted);
  if (keys.length !== presses) throw new Error(`${keys.length} of ${presses} keys were seen`);
  const row = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.row);
  if (row !== String((presses * 3) / 4)) throw new Error(`the cursor stands in row ${row}`);
  return keys;
}

async function paste(page: Page): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < pasteRounds; round += 1) {
    const mark = `round ${round}`;
    const line = Array.from({ length: pasted.columns }, (_, at) => (at === 3 ? '' : `${mark} of ${at}`)).join('\t');
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      Array.from({ length: pasted.rows }, () => line).join('\n'),
    );
    // Meaning, fires when, does not count, owner and so on of the first rows.
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ArrowRight');
    await page.evaluate(watchPaste);
    await page.keyboard.press('ControlOrMeta+v');
    await page.locator('[data-row="0"][data-column="1"]', { hasText: `${mark} of 0` }).waitFor();
    took.push(await page.evaluate(() => (window as unknown as { pasteSeen: Promise<number> }).pasteSeen));
    await page.waitForTimeout(4_000);
  }
  return took;
}

/** Runs in the page: how long from the paste's own time until the frame that shows it has been painted. */
function watchPaste(): void {
  (window as unknown as { pasteSeen: Promise<number> }).pasteSeen = new Promise((done) => {
    const heard = (event: Event) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - event.timeStamp);
        channel.port2.postMessage(null);
      });
    };
    window.addEventListener('paste', heard, { capture: true, once: true });
  });
}
