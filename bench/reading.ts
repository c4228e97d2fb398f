import { type Browser, chromium, type Page } from '@playwright/test';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { findBrowser } from '../scripts/browser';
import { createLargePlace, type LargePlace } from './large-place';
import { atLeast, atMost, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const clicks = 30;
const scrolledForMs = 6_000;
const scrollLength = 10_000;

/**
 * Reading pages in Chromium: how much script a first visit loads, how much the page moves by itself, how long from a click in a list to
 * the item, and whether a list of ten thousand keeps up with the wheel.
 */
export async function benchReading(): Promise<boolean> {
  const place = await createLargePlace();
  const long = await createLargePlace({ events: scrollLength, usesPerEvent: 2, properties: 1_000 });
  const server = await startProductionServer();
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    const list = `${server.url}/${place.world.slug}/${place.slug}/events`;
    const event = `${list}/${encodeURIComponent(itemsOfKind(place.snapshot, 'event')[7]?.id ?? '')}`;
    const figures = [];
    for (const [name, url] of [
      ['list', list],
      ['event page', event],
    ] as const) {
      const visit = await firstVisit(await open(browser, place, server.url), url);
      figures.push(
        atMost(`${name}: script of a first visit, compressed`, visit.scriptBytes / 1_000, 240, 'kB'),
        atMost(`${name}: layout shift of a first visit`, visit.shift, 0.02, 'score'),
      );
    }
    const times = await fromListToItem(await open(browser, place, server.url), list);
    figures.push(
      atMost(`from a click in the list of 5,000 to the item, p95 of ${clicks}`, percentile(times, 0.95), 200, 'ms'),
    );
    const scrolled = await scroll(
      await open(browser, long, server.url),
      `${server.url}/${long.world.slug}/${long.slug}/events`,
    );
    figures.push(
      atLeast(`list of ${scrollLength} while it scrolls`, scrolled.framesPerSecond, 55, 'frames/s'),
      atMost(`list of ${scrollLength} while it scrolls: frames with a blank row`, scrolled.blank, 0, 'frames'),
      atMost(`list of ${scrollLength} while it scrolls: layout shift`, scrolled.shift, 0.02, 'score'),
    );
    return figures.map(report).every((met) => met);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function open(browser: Browser, place: LargePlace, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = place.world.people.viewer.cookie.split(/=(.*)/su);
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  // What runs in the page was compiled by a tool that keeps names with this function.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watchShifts);
  return page;
}

/** Runs in the page: adds up what moved without anybody asking for it. */
function watchShifts(): void {
  const seen = { shift: 0 };
  Object.assign(window, { seenShift: () => seen.shift });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

async function firstVisit(page: Page, url: string): Promise<{ scriptBytes: number; shift: number }> {
  // Asked for by the document itself; what is fetched ahead for other pages comes later and is not waited for.
  const html = await (await page.request.get(url)).text();
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/gu)].map(([, path = '']) => path.split('?')[0]));
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(2_500);
  const { scripts, shift } = await page.evaluate(() => ({
    scripts: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize })),
    shift: (window as unknown as { seenShift: () => number }).seenShift(),
  }));
  const first = scripts.filter(({ path }) => named.has(path));
  if (first.length === 0) throw new Error(`${url} loads no script`);
  return { scriptBytes: first.reduce((sum, { bytes }) => sum + bytes, 0), shift };
}

async function fromListToItem(page: Page, list: string): Promise<number[]> {
  await page.goto(list, { waitUntil: 'networkidle' });
  const times: number[] = [];
  for (let at = 0; at < clicks; at += 1) {
    const link = page.locator('tbody tr[aria-rowindex] th a').nth(at % 12);
    const name = (await link.textContent())?.trim() ?? '';
    // The pointer is over a link for a moment before a finger presses.
    await link.hover();
    await page.waitForTimeout(150);
    await page.evaluate(watchHeading);
    await link.click();
    times.push(await page.evaluate(() => (window as unknown as { headingSeen: Promise<number> }).headingSeen));
    if (!(await page.locator('h1').first().textContent())?.includes(name)) throw new Error(`${name} did not open`);
    await page.goBack();
    await link.waitFor();
    await page.waitForTimeout(200);
  }
  return times.slice(1);
}

/** Runs in the page: the time from the next click until another heading of the page is painted. */
function watchHeading(): void {
  const before = document.querySelector('h1')?.textContent;
  Object.assign(window, {
    headingSeen: new Promise<number>((done) => {
      window.addEventListener(
        'click',
        (click) => {
          const look = () => {
            const now = document.querySelector('h1')?.textContent;
            if (now && now !== before) requestAnimationFrame(() => done(performance.now() - click.timeStamp));
            else requestAnimationFrame(look);
          };
          look();
        },
        { capture: true, once: true },
      );
    }),
  });
}

async function scroll(page: Page, url: string): Promise<{ framesPerSecond: number; blank: number; shift: number }> {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.mouse.move(700, 500);
  const watched = page.evaluate(watchFrames, scrolledForMs);
  const end = Date.now() + scrolledForMs;
  while (Date.now() < end) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
  return watched;
}

/** Runs in the page: counts frames for a while, and those in which the middle of the list shows no row. */
function watchFrames(ms: number): Promise<{ framesPerSecond: number; blank: number; shift: number }> {
  const shiftOf = () => (window as unknown as { seenShift: () => number }).seenShift();
  const shiftBefore = shiftOf();
  return new Promise((done) => {
    const start = performance.now();
    let frames = 0;
    let blank = 0;
    const look = () => {
      frames += 1;
      for (const y of [300, 500, 700, 850])
        if (!document.elementFromPoint(700, y)?.closest('tr[aria-rowindex]')?.textContent) blank += 1;
      const passed = performance.now() - start;
      if (passed < ms) requestAnimationFrame(look);
      else done({ framesPerSecond: (frames / passed) * 1_000, blank, shift: shiftOf() - shiftBefore });
    };
    requestAnimationFrame(look);
  });
}
