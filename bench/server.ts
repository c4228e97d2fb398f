import autocannon from 'autocannon';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { createLargePlace, type LargePlace } from './large-place';
import { atMost, percentile, report } from './measure';
import { startProductionServer } from './production-server';

const connections = 10;
const seconds = 10;
const pages = 300;
const unmeasured = 20;

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
    const idle = await fire(server.url, ['/api/v1/health'], {}, 3);
    const paths = listPaths(place);
    const headers = { cookie: place.world.people.viewer.cookie };
    for (const path of paths) {
      const { total, items } = await read<{ total: number; items: unknown[] }>(`${server.url}${path}`, headers);
      if (total === 0 || items.length === 0) throw new Error(`${path} lists nothing`);
    }
    await fire(server.url, paths, headers, 3);
    const cpuBefore = server.cpuMs();
    const lists = await fire(server.url, paths, headers, seconds);
    const cpu = (server.cpuMs() - cpuBefore) / lists.length;
    const beforePages = server.cpuMs();
    const visits = await pageTimes(server.url, place);
    const pageCpu = (server.cpuMs() - beforePages) / (pages + unmeasured);
    const baseline = percentile(idle, 0.95);
    const name = `list of the first 100 of 5,000 events, filtered, at ${connections} connections`;
    return [
      // The baseline is the smallest answer of the same server in the same run.
      atMost(`${name}, p95`, percentile(lists, 0.95), 50, 'ms', baseline),
      atMost(`${name}, processor time of one`, cpu, 50 / connections, 'ms'),
      atMost('page of an event, p95', percentile(visits, 0.95), 150, 'ms', baseline),
      atMost('page of an event, processor time of one', pageCpu, 150, 'ms'),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await server.stop();
  }
}

function listPaths({ world, slug }: LargePlace): string[] {
  return filters.map((filter) => {
    const query = new URLSearchParams({ kind: 'event', limit: '100', filter });
    return `/api/v1/workspaces/${world.slug}/plans/${slug}/items?${query}`;
  });
}

/** Asks for paths in turn at ten connections. @returns how long each answer took, in milliseconds */
async function fire(
  url: string,
  paths: readonly string[],
  headers: Record<string, string>,
  duration: number,
): Promise<number[]> {
  const times: number[] = [];
  const requests = paths.map((path) => ({ method: 'GET' as const, path }));
  await new Promise<void>((done, fail) => {
    const cannon = autocannon({ url, connections, duration, headers, requests }, (error, result) => {
      if (error) fail(error);
      else if (result.non2xx + result.errors + result.timeouts > 0) fail(new Error(JSON.stringify(result)));
      else done();
    });
    cannon.on('response', (_client, _status, _bytes, ms: number) => times.push(ms));
  });
  return times;
}

async function pageTimes(url: string, { world, slug, snapshot }: LargePlace): Promise<number[]> {
  const events = itemsOfKind(snapshot, 'event');
  const headers = { cookie: world.people.viewer.cookie };
  const times: number[] = [];
  for (let page = 0; page < pages + unmeasured; page += 1) {
    const event = events[(page * 37) % events.length];
    const start = performance.now();
    const reply = await fetch(`${url}/${world.slug}/${slug}/events/${encodeURIComponent(event?.name ?? '')}`, {
      headers,
    });
    const html = await reply.text();
    const ms = performance.now() - start;
    if (!reply.ok || !html.includes('A person')) throw new Error(`the page of ${event?.name} answered ${reply.status}`);
    if (page >= unmeasured) times.push(ms);
  }
  return times;
}

async function read<T>(url: string, headers: Record<string, string>): Promise<T> {
  const reply = await fetch(url, { headers });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return (await reply.json()) as T;
}
