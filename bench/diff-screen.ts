import { type Browser, chromium, type Page } from '@playwright/test';
import { type Item, withField } from '@/lib/domain/plan/item';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { previewChange } from '@/lib/features/change-requests/preview-change';
import { itemOf, mergeItems } from '@/lib/features/testing/plan';
import { must } from '@/lib/kit/must';
import { findBrowser } from '../scripts/browser';
import { watchKeys } from './keys-seen';
import { createLargePlace, type LargePlace, someEvents } from './large-place';
import { atMost, medianMs, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const changed = 200;
const consumers = 500;
const clicks = 12;
const keys = 40;
const betweenKeysMs = 150;

/**
 * The review of 200 changes in Chromium: from a click on the request to its first diff, how much of it stands in the page, and each
 * `n` and `p` until it is painted. And whom a draft reaches, asked for while it is written.
 */
export async function benchDiffScreen(): Promise<boolean> {
  const place = await createLargePlace();
  const author = place.world.people.contributor.actor;
  await ownConsumers(place);
  const { number, title } = must(
    await createChangeRequest(author, {
      ...{ plan: place.slug, title: 'All of checkout', reason: 'It was rewritten.', submit: true },
      items: someEvents(place.snapshot, changed).map((event, at) => {
        const { id: itemId, kind, namespace, name, content } = edited(event);
        return { itemId, kind, namespace, name: at % 4 === 3 ? `${name} 2` : name, content };
      }) as never,
    }),
  );
  const impact = await impactMs(place);
  const server = await startProductionServer();
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    const page = await open(browser, place, server.url);
    const list = `${server.url}/${place.world.slug}/${place.slug}/change-requests?tab=open`;
    const first = await fromClickToDiff(page, list, title);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    if (!page.url().includes(`/change-requests/${number}`)) throw new Error(`the click led to ${page.url()}`);
    const walked = await walk(page);
    return [
      atMost(
        `first diff of a request of ${changed} changes after the click, p95 of ${clicks}`,
        percentile(first, 0.95),
        300,
        'ms',
      ),
      atMost(`nodes of a page with ${changed} changes`, Math.max(nodes, walked.nodes), 3_000, 'nodes'),
      atMost(
        `n and p among ${changed} changes until painted, p95 of ${keys}`,
        percentile(walked.painted, 0.95),
        50,
        'ms',
      ),
      atMost(
        `whom a draft reaches, at 5,000 events and ${consumers} consumers, while it is written`,
        impact,
        300,
        'ms',
      ),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await browser.close();
    await server.stop();
  }
}

const edited = (event: Item): Item => withField(event, 'meaning', `${event.content.meaning} And it was paid.`);

/** Reports that read every tenth event, so that a draft reaches some of them. */
async function ownConsumers({ world, planId, snapshot }: LargePlace): Promise<void> {
  const events = itemsOfKind(snapshot, 'event');
  const reports = Array.from({ length: consumers }, (_, at) => {
    const event = events[(at * 10) % events.length];
    const uses = [
      { key: 'a', eventId: event?.id },
      { key: 'b', eventId: event?.id, propertyId: event?.content.properties[0]?.propertyId },
    ];
    return itemOf('consumer', `Report ${at}`, { type: 'dashboard', uses });
  });
  await mergeItems({ workspaceId: world.workspaceId, userId: world.people.admin.userId, planId }, reports);
}

/** The median time of asking what a draft of an event's meaning does, every time with other words. */
async function impactMs({ world, slug, snapshot }: LargePlace): Promise<number> {
  const [event] = someEvents(snapshot, 1);
  if (!event) throw new Error('the plan has no event');
  const { id: itemId, kind, namespace, name, content } = event;
  let asked = 0;
  return medianMs(async () => {
    asked += 1;
    const fields = { ...content, meaning: `${content.meaning} Draft ${asked}.` };
    const draft = { plan: slug, number: null, itemId, kind, namespace, name, content: fields };
    const { impact } = must(await previewChange(world.people.contributor.actor, draft as never));
    if (impact.consumers.length === 0) throw new Error('the draft reaches nobody');
  }, 21);
}

async function open(browser: Browser, { world }: LargePlace, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = world.people.approver.cookie.split(/=(.*)/su);
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  // What runs in the page was compiled by a tool that keeps names with this function.
  await page.addInitScript('globalThis.__name = (named) => named');
  return page;
}

/** Milliseconds from each click on the request in the list to the paint of its first diff. */
async function fromClickToDiff(page: Page, list: string, title: string): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at <= clicks; at += 1) {
    // Loaded anew each time, so that no diff is left from the last.
    await page.goto(list, { waitUntil: 'networkidle' });
    const link = page.getByRole('link', { name: title });
    // The pointer is over a link for a moment before a finger presses.
    await link.hover();
    await page.waitForTimeout(300);
    await page.evaluate(watchDiff);
    await link.click();
    times.push(await page.evaluate(() => (window as unknown as { diffSeen: Promise<number> }).diffSeen));
    await page.waitForTimeout(700);
  }
  return times.slice(1);
}

/** Runs in the page: the time from the next click until the first field of a diff is painted. */
function watchDiff(): void {
  Object.assign(window, {
    diffSeen: new Promise<number>((done) => {
      const onClick = (click: Event) => {
        const look = () => {
          if (!document.querySelector('[data-field] ins')) return void requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now() - click.timeStamp);
          requestAnimationFrame(() => channel.port2.postMessage(null));
        };
        look();
      };
      window.addEventListener('click', onClick, { capture: true, once: true });
    }),
  });
}

/** Presses `n` down the list and `p` up again: each key until it is painted, and the most nodes that stood in the page. */
async function walk(page: Page): Promise<{ painted: number[]; nodes: number }> {
  const keysSeen = await watchKeys(page);
  let nodes = 0;
  for (let at = 0; at < keys; at += 1) {
    await page.keyboard.press(at % 4 === 3 ? 'p' : 'n');
    await page.waitForTimeout(betweenKeysMs);
    nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length));
  }
  const seen = await keysSeen();
  if (seen.length !== keys) throw new Error(`${seen.length} of ${keys} keys were seen`);
  const places = new Set(seen.map(({ place }) => place)).size;
  if (places < keys / 3) throw new Error(`the cursor stood at ${places} places`);
  return { painted: seen.map(({ painted }) => painted), nodes };
}
