import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createApi } from '@/lib/api/app';
import { startThread } from '@/lib/features/change-requests/threads';
import { type HeardStream, hearStream } from '@/lib/features/testing/live';
import { approvedRequest, createStage, type Stage } from '@/lib/features/testing/stage';
import { addPerson, type Persona } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { liveHub } from '@/lib/infra/live/hub';
import { must } from '@/lib/kit/must';
import { atMost, percentile, report } from './measure';

const people = 20;
const streamsEach = 10;
const updates = 30;
/** How long a browser gathers what it hears before it reads again, at most; components/shell/live-updates.tsx. */
const gatherMs = 350;

/**
 * Two hundred open streams on one process while somebody writes in a discussion that twenty people have open: when each
 * stream hears of it, when the twenty have read it, and what is left once all have gone.
 */
export async function benchLive(): Promise<boolean> {
  const stage = await createStage();
  const request = await approvedRequest(stage, { [stage.itemIds[0] ?? '']: { meaning: 'Said in other words.' } });
  const readers: Persona[] = [];
  for (let at = 0; at < people; at += 1) readers.push(await addPerson(stage.world.workspaceId, 'viewer'));
  const server = await serve();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/workspaces/${stage.world.slug}`;
  const threads = `${url}/plans/${stage.plan}/change-requests/${request.number}/threads`;

  const heard: number[] = [];
  const seen: number[] = [];
  let writtenAt = 0;
  const streams: { heard: HeardStream; close: () => void }[] = [];
  const looking = new Set<Promise<void>>();
  for (const reader of readers) {
    for (let at = 0; at < streamsEach; at += 1) {
      const look = async () => {
        const since = writtenAt;
        await new Promise((done) => setTimeout(done, gatherMs));
        const reply = await fetch(threads, { headers: { cookie: reader.cookie } });
        if (!reply.ok) throw new Error(`${threads} answered ${reply.status}`);
        await reply.json();
        seen.push(performance.now() - since);
      };
      const stream = await open(`${url}/stream`, reader, () => {
        heard.push(performance.now() - writtenAt);
        if (at > 0) return;
        const looked = look().finally(() => looking.delete(looked));
        looking.add(looked);
      });
      streams.push(stream);
    }
  }
  await Promise.all(streams.map((stream) => stream.heard.until(() => stream.heard.readies.length > 0)));
  const open200 = liveHub().count();

  for (let at = 1; at <= updates; at += 1) {
    writtenAt = performance.now();
    must(await startThread(stage.author.actor, { ...placeOf(stage, request.number), body: `Question ${at}` }));
    for (const stream of streams) await stream.heard.until(() => stream.heard.changes.length >= at);
    await Promise.all(looking);
  }

  for (const stream of streams) stream.close();
  const left = await leftAfter(server, 3_000);
  server.close();
  const name = `of ${open200} open streams on one process`;
  return [
    atMost(`update heard on each ${name}, p95`, percentile(heard, 0.95), 2_000, 'ms'),
    atMost(`update read by 20 people ${name}, p95`, percentile(seen, 0.95), 2_000, 'ms'),
    atMost('updates that a stream did not hear', updates * people * streamsEach - heard.length, 0, 'updates'),
    atMost('streams, sockets and database connections left after all have gone', left, 0, 'connections'),
  ]
    .map(report)
    .every((met) => met);
}

const placeOf = (stage: Stage, number: number) => ({ plan: stage.plan, number, itemId: null, field: null });

async function open(url: string, { cookie }: Persona, onChange: () => void) {
  const leaving = new AbortController();
  const reply = await fetch(url, { headers: { cookie }, signal: leaving.signal });
  if (!reply.ok || !reply.body) throw new Error(`${url} answered ${reply.status}`);
  return { heard: hearStream(reply.body, onChange), close: () => leaving.abort() };
}

/** The API on a socket of its own, without the rest of the product. */
async function serve(): Promise<Server> {
  const api = createApi();
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers))
      if (typeof value === 'string') headers.set(name, value);
    const reply = await api.request(`http://${incoming.headers.host}${incoming.url}`, { headers });
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
    outgoing.flushHeaders();
    if (reply.body) await pipeline(Readable.fromWeb(reply.body as never), outgoing);
    else outgoing.end();
  };
  const server = createServer((incoming, outgoing) => {
    // A reader who leaves in the middle is what this is about.
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.keepAliveTimeout = 500;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/** Waits until nothing is left, or as long as it may take. */
async function leftAfter(server: Server, withinMs: number): Promise<number> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const sockets = await new Promise<number>((done) => server.getConnections((_error, count) => done(count)));
    const [row] = await prisma().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where application_name = 'waymark live' and datname = current_database()`;
    const left = liveHub().count() + sockets + (row?.count ?? 0);
    if (left === 0 || performance.now() > giveUpAt) return left;
    await new Promise((done) => setTimeout(done, 50));
  }
}
