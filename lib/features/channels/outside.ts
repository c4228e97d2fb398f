import 'server-only';
import type { Outside, PushChannel } from '@/lib/adapters/channels/define';
import { channelAdapter, type channelAdapters } from '@/lib/adapters/channels/list';
import { now } from '@/lib/infra/clock';
import { hasMail, sendMail } from '@/lib/infra/outgoing/mail';
import { post } from '@/lib/infra/outgoing/post';

/** A letter may take a little longer than a call, since the server is the operator's own. */
const mailWithinMs = 15_000;

/** The ways out of this process, guarded. */
export function outside(): Outside {
  return { http: (message) => post(message), mail: (letter) => within(mailWithinMs, sendMail(letter)), now: now() };
}

/** The kind of channel that we send to, by its id. */
export function pushChannel(type: string): PushChannel | undefined {
  const adapter = channelAdapter(type);
  return adapter?.direction === 'push' ? adapter : undefined;
}

/** Whether this instance has what a kind of channel needs. */
export function isAvailable(adapter: (typeof channelAdapters)[number]): boolean {
  return adapter.direction === 'pull' || adapter.way !== 'mail' || hasMail();
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
