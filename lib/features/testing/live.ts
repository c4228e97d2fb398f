import 'server-only';
import { type LiveChange, liveChangeSchema, liveReadySchema } from '@/lib/contracts/live';

/** A stream of server-sent events as a browser would hear it. */
export interface HeardStream {
  readonly changes: readonly LiveChange[];
  /** Where the record stood each time the stream began to hear. */
  readonly readies: readonly number[];
  readonly beats: () => number;
  /** The last `id` that was sent. */
  readonly lastId: () => string | undefined;
  readonly isOver: () => boolean;
  /** Waits until something is so. */
  until(isSo: () => boolean): Promise<void>;
  leave(): Promise<void>;
}

/** After this it is not slow, but does not happen; in milliseconds. */
const patienceMs = 30_000;

/** Reads a stream's body until it ends or is left. */
export function hearStream(body: ReadableStream<Uint8Array>, onChange?: (change: LiveChange) => void): HeardStream {
  const changes: LiveChange[] = [];
  const readies: number[] = [];
  let beats = 0;
  let lastId: string | undefined;
  let isOver = false;
  const reader = body.getReader();
  const take = (block: string) => {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const at = line.indexOf(':');
      if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1).trim());
    }
    lastId = fields.get('id') ?? lastId;
    const data: unknown = JSON.parse(fields.get('data') ?? 'null');
    if (fields.get('event') === 'ready') readies.push(liveReadySchema.parse(data).seq);
    if (fields.get('event') === 'beat') beats += 1;
    if (fields.get('event') !== 'change') return;
    const change = liveChangeSchema.parse(data);
    changes.push(change);
    onChange?.(change);
  };
  const read = async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const blocks = `${rest}${decoder.decode(value, { stream: true })}`.split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach(take);
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
    });
  return {
    ...{ changes, readies, beats: () => beats, lastId: () => lastId, isOver: () => isOver },
    until: async (isSo) => {
      const start = performance.now();
      while (!isSo()) {
        if (performance.now() - start > patienceMs) throw new Error('it did not become so in time');
        await new Promise((done) => setTimeout(done, 5));
      }
    },
    leave: () => reader.cancel(),
  };
}
