import 'server-only';
import type { LiveChange } from '@/lib/contracts/live';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { type Announcement, liveHub } from '@/lib/infra/live/hub';
import { log } from '@/lib/infra/log';
import { err, ok, type Result } from '@/lib/kit/result';
import { readAuditHead } from '@/lib/store/audit';
import { stillAllowed } from './still-allowed';

/** How often a stream shows that it lives, and asks again whether its reader may hear it. */
export interface StreamPace {
  readonly beatMs: number;
  readonly checkMs: number;
}

const usualPace: StreamPace = { beatMs: 15_000, checkMs: 60_000 };
/** Streams of one person at once: one a browser is usual, a tab each where browsers cannot share one. */
const mostStreams = 12;
/** Pieces that a reader may leave unread before the stream is given up; it asks again and catches up. */
const mostUnread = 100;
/** Nouns of the record that screens of every member show; what only admins may see is not even hinted at. */
const shownNouns = new Set([
  ...[
    'announcement',
    'attendance',
    'change-request',
    'conventions',
    'inbox',
    'member',
    'plan',
    'policy',
    'team',
    'thread',
  ],
]);

/** An open stream as the API answers it. */
interface LiveStream {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
  readonly isInline: true;
}

type TooMany = { readonly code: 'live.too-many'; readonly retryAfterMs: number };

/** Opens the stream of what changes in the reader's workspace. It begins when it is read. */
export async function openStream(
  actor: Actor,
  _input: object,
  pace: StreamPace = usualPace,
): Promise<Result<LiveStream, AccessDenied | TooMany>> {
  const allowed = can(actor, 'workspace.read');
  if (!allowed.ok) return allowed;
  if (liveHub().count(actor.userId) >= mostStreams) return err({ code: 'live.too-many', retryAfterMs: 30_000 });
  return ok({
    fileName: 'stream',
    contentType: 'text/event-stream',
    // Nothing between here and the browser may hold pieces back to compress or collect them.
    headers: { 'cache-control': 'private, no-store, no-transform', 'x-accel-buffering': 'no' },
    body: bodyOf(actor, pace),
    isInline: true,
  });
}

function bodyOf(actor: Actor, pace: StreamPace): ReadableStream<Uint8Array> {
  let stop: (() => void) | undefined;
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        stop ??= begin(actor, pace, controller);
      },
      cancel: () => stop?.(),
    },
    { highWaterMark: 0 },
  );
}

/** Writes the stream until its reader leaves, loses access or reads too slowly. @returns how to stop */
function begin(actor: Actor, pace: StreamPace, controller: ReadableStreamDefaultController<Uint8Array>): () => void {
  const encoder = new TextEncoder();
  /** What came while the stream was finding out where the record stands. */
  let early: Announcement[] | undefined = [];
  let isOver = false;
  const timers: NodeJS.Timeout[] = [];

  const stop = () => {
    if (isOver) return;
    isOver = true;
    for (const timer of timers) clearInterval(timer);
    leave();
  };
  const end = () => {
    if (isOver) return;
    stop();
    controller.close();
  };
  const write = (text: string) => {
    if (isOver) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) < -mostUnread) end();
  };
  const check = async () => {
    const isAllowed = await stillAllowed(actor).catch(() => false);
    if (!isAllowed) end();
  };
  const ready = async () => {
    early = [];
    try {
      const seq = await readAuditHead(prisma(), actor.workspaceId);
      write(`id: ${seq}\nevent: ready\ndata: ${JSON.stringify({ seq })}\n\n`);
      for (const one of early) if (one.seq === null || one.seq > seq) write(eventOf(one));
      early = undefined;
    } catch (error) {
      log.warn({ error }, 'a live stream could not begin');
      end();
    }
  };

  const leave = liveHub().join({
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    listening: () => void ready(),
    hear: (announcement) => {
      const noun = announcement.action.split('.')[0] ?? '';
      if (!shownNouns.has(noun)) return;
      if (early) early.push(announcement);
      else write(eventOf(announcement));
      if (noun === 'member') void check();
    },
    end,
  });
  // Filled up, because some readers and proxies wait for the first two kilobytes.
  write(`retry: 2000\n:${' '.repeat(2048)}\n\n`);
  // A comment keeps the line open; the event lets the browser notice when the line is dead.
  timers.push(setInterval(() => write(': alive\nevent: beat\ndata: {}\n\n'), pace.beatMs).unref());
  timers.push(setInterval(check, pace.checkMs * (0.9 + Math.random() / 10)).unref());
  return stop;
}

function eventOf({ seq, action, plan, number }: Announcement): string {
  const change: LiveChange = { seq, action, plan, number };
  return `${seq === null ? '' : `id: ${seq}\n`}event: change\ndata: ${JSON.stringify(change)}\n\n`;
}
