import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/browser';
import { createLargePlace } from './large-place';
import { atMost, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const typed = ['order completed', 'chekout wizrd', 'subscription panel failed', 'video timeline', 'field 12', 'zzqx'];
const betweenKeysMs = 140;

/** What the page itself saw of one key, in milliseconds from the key's own time. */
interface Key {
  /** To the next paint, as the browser's Event Timing says; 0 for what it does not report, below 16 ms. */
  readonly painted: number;
  /** To the paint of the last change that the list made for it. */
  readonly listed: number;
  readonly options: number;
}

/** ⌘K in Chromium on the list of 5,000 events: each key until it is painted, and until the list has answered it. */
export async function benchPalette(): Promise<boolean> {
  const { world, slug } = await createLargePlace();
  const server = await startProductionServer();
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = world.people.contributor.cookie.split(/=(.*)/su);
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    // What runs in the page was compiled by a tool that keeps names with this function.
    await page.addInitScript('globalThis.__name = (named) => named');
    const index = page.waitForResponse(/\/search-index/u).catch(() => undefined);
    await page.goto(`${server.url}/${world.slug}/${slug}/events`);
    await index;
    // It is built in slices that let keys pass; what is typed before waits for it once.
    await page.waitForTimeout(8_000);
    const keys: Key[] = [];
    for (const words of typed) keys.push(...(await typeInto(page, words)));
    const measured = (of: (key: Key) => number) => percentile(keys.map(of), 0.95);
    return [
      atMost(
        `⌘K over 5,000 events: a key until it is painted, p95 of ${keys.length}`,
        measured((key) => key.painted),
        50,
        'ms',
      ),
      atMost(
        '⌘K over 5,000 events: a key until the list has answered it, p95',
        measured((key) => key.listed),
        100,
        'ms',
      ),
      atMost(
        '⌘K over 5,000 events: options in the DOM at most',
        Math.max(...keys.map((key) => key.options)),
        50,
        'options',
      ),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function typeInto(page: Page, words: string): Promise<Key[]> {
  await page.keyboard.press('ControlOrMeta+k');
  const box = page.getByRole('combobox', { name: /Search/u });
  await box.waitFor();
  await page.evaluate(watchKeys);
  for (const character of words) {
    await page.keyboard.press(character === ' ' ? 'Space' : character);
    await page.waitForTimeout(betweenKeysMs);
  }
  const keys = await page.evaluate(() => (window as unknown as { keysSeen: () => Key[] }).keysSeen());
  if (keys.length !== words.length) throw new Error(`${keys.length} of ${words.length} keys were seen`);
  if ((await box.inputValue()) !== words) throw new Error('not every key arrived');
  await page.keyboard.press('Escape');
  return keys;
}

/** Runs in the page: notes for each key when it was painted, when the list last changed for it, and how long the list is. */
function watchKeys(): void {
  const keys: { at: number; painted: number; listed: number; options: number }[] = [];
  const timing = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name !== 'keydown' && entry.name !== 'keypress' && entry.name !== 'input') continue;
      const key = keys.findLast(({ at }) => at <= entry.startTime + 1);
      if (key) key.painted = Math.max(key.painted, entry.duration);
    }
  });
  timing.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const onKey = (event: KeyboardEvent) => {
    keys.push({ at: event.timeStamp, painted: 0, listed: 0, options: 0 });
  };
  window.addEventListener('keydown', onKey, { capture: true });
  const dialog = document.querySelector('[role="dialog"]') ?? document.body;
  const changes = new MutationObserver(() => {
    const key = keys.at(-1);
    if (!key) return;
    key.options = Math.max(key.options, document.querySelectorAll('[role="option"]').length);
    // The frame after the one that was being made has painted it.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        key.listed = performance.now() - key.at;
      };
      channel.port2.postMessage(null);
    });
  });
  changes.observe(dialog, { subtree: true, childList: true, characterData: true, attributes: true });
  (window as unknown as { keysSeen: () => unknown }).keysSeen = () => {
    timing.disconnect();
    changes.disconnect();
    window.removeEventListener('keydown', onKey, { capture: true });
    return keys;
  };
}
