import autocannon from 'autocannon';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { createLargePlace, type LargePlace } from './large-place';
import { atMost, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const connections = 10;
const seconds = 10;
const pages = 300;

/** What people ask for again and again of a plan of 5,000 events: the first hundred of a filtered list. */
const filters = [
  'lifecycle:live',
  'stage:activation',
  'category:Order',
  'tag:team-7',
  'source:Web stage:retention',
  'has:meaning -stage:revenue',
  'viewed',
  'order header',
];

/** The production server under people's usual reads: filtered lists at ten connections, then the pages of events. */
export async function benchServer(): Promise<boolean> {
  const place = await createLargePlace();
  const server = await startProductionServer();
  try {
    return [
      atMost(
        `list of the first 100 of 5,000 events, filtered, at ${connections} connections, p95`,
        percentile(await listTimes(server.url, place), 0.95),
        50,
        'ms',
      ),
      atMost('page of an event, p95', percentile(await pageTimes(server.url, place), 0.95), 150, 'ms'),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await server.stop();
  }
}

async function listTimes(url: string, { world, slug }: LargePlace): Promise<number[]> {
  const requests = filters.map((filter) => ({
    method: 'GET' as const,
    path: `/api/v1/workspaces/${world.slug}/plans/${slug}/items?${new URLSearchParams({ kind: 'event', limit: '100', filter })}`,
  }));
  const headers = { cookie: world.people.viewer.cookie };
  for (const { path } of requests) {
    const { total, items } = await read<{ total: number; items: unknown[] }>(`${url}${path}`, headers);
    if (total === 0 || items.length === 0) throw new Error(`${path} lists nothing`);
  }
  const run = async (duration: number): Promise<number[]> => {
    const times: number[] = [];
    await new Promise<void>((done, fail) => {
      const cannon = autocannon({ url, connections, duration, headers, requests }, (error, result) => {
        if (error) fail(error);
        else if (result.non2xx + result.errors + result.timeouts > 0) fail(new Error(JSON.stringify(result)));
        else done();
      });
      cannon.on('response', (_client, _status, _bytes, ms: number) => times.push(ms));
    });
    return times;
  };
  await run(3);
  return run(seconds);
}

async function pageTimes(url: string, { world, slug, snapshot }: LargePlace): Promise<number[]> {
  const events = itemsOfKind(snapshot, 'event');
  const headers = { cookie: world.people.viewer.cookie };
  const times: number[] = [];
  for (let page = 0; page < pages + 20; page += 1) {
    const event = events[(page * 37) % events.length];
    const start = performance.now();
    const reply = await fetch(`${url}/${world.slug}/${slug}/events/${encodeURIComponent(event?.name ?? '')}`, {
      headers,
    });
    const html = await reply.text();
    const ms = performance.now() - start;
    if (!reply.ok || !html.includes('A person')) throw new Error(`the page of ${event?.name} answered ${reply.status}`);
    if (page >= 20) times.push(ms);
  }
  return times;
}

async function read<T>(url: string, headers: Record<string, string>): Promise<T> {
  const reply = await fetch(url, { headers });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return (await reply.json()) as T;
}
