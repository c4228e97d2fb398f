import 'server-only';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { log } from '@/lib/infra/log';
import { claimDeliveries } from '@/lib/store/deliveries';
import { attemptDelivery } from './attempt-delivery';

/** The sending of one process. */
export interface Senders {
  /** Looks at once whether something is due. */
  wake(): void;
  /** Takes nothing more and waits for what is on its way. */
  stop(): Promise<void>;
}

const atATime = 128;
/** Receivers that fail take at most half, so that however many hang, the others are not kept waiting. */
const failingAtATime = atATime / 2;
const lanes = { sharedLane: 'mail', perSharedLane: 5, perLane: 2 } as const;
/** An attempt takes 15 s at most; after this its process must have died. */
const leaseMs = 30_000;
const everyMs = 1_000;

/** Sends what is due from this process until stopped; any number of processes share the work. */
export function startSenders(): Senders {
  const running = new Map<string, { readonly failing: boolean; readonly done: Promise<void> }>();
  let state: 'idle' | 'looking' | 'again' | 'stopped' = 'idle';

  const begin = (id: string, workspaceId: string, until: Date, failing: boolean) => {
    const done = attemptDelivery(workspaceId, id, (found) => found.claimedUntil?.getTime() === until.getTime())
      .catch((error) => log.error({ error, delivery: id }, 'a delivery went wrong'))
      .finally(() => {
        running.delete(id);
        wake();
      });
    running.set(id, { failing, done });
  };

  const claim = async (failing: boolean) => {
    const free = atATime - running.size;
    const failingNow = [...running.values()].filter((one) => one.failing).length;
    const limit = failing ? Math.min(free, failingAtATime - failingNow) : free;
    if (limit <= 0) return;
    const at = now();
    const until = new Date(at.getTime() + leaseMs);
    const claimed = await claimDeliveries(prisma(), at, until, { ...lanes, limit, failing });
    for (const { id, workspaceId } of claimed) begin(id, workspaceId, until, failing);
  };

  const look = async () => {
    try {
      await claim(false);
      await claim(true);
    } catch (error) {
      log.error({ error }, 'what is due cannot be read');
    }
    if (state === 'stopped') return;
    const again = state === 'again';
    state = 'idle';
    if (again) wake();
  };

  const wake = () => {
    if (state === 'stopped') return;
    if (state === 'looking') state = 'again';
    if (state !== 'idle') return;
    state = 'looking';
    void look();
  };

  const timer = setInterval(wake, everyMs);
  timer.unref();
  wake();
  return {
    wake,
    stop: async () => {
      state = 'stopped';
      clearInterval(timer);
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
