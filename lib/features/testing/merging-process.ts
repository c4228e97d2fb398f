import pg from 'pg';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { prisma } from '@/lib/infra/db/client';
import type { Persona } from './world';

/** A statement, looked for from another one on, and the side of it to die on. */
export interface KillPoint {
  readonly statement: string;
  readonly when: 'before' | 'after';
  readonly armedBy?: string;
}

/** What a process that merges is told: it says when it is ready and merges at the first byte it hears. */
export interface MergeOrder {
  readonly actor: Persona['actor'];
  readonly plan: string;
  readonly number: number;
  /** Dies after the answer to the first statement like this one, or before it is sent; never, when null. */
  readonly dieAt: KillPoint | null;
}

const order = JSON.parse(process.argv[2] ?? '') as MergeOrder;
if (order.dieAt) watch(order.dieAt);
await prisma().$queryRaw`select 1`;
process.stdout.write('ready');
await new Promise((heard) => process.stdin.once('data', heard));
const merged = await mergeChangeRequest(order.actor, { plan: order.plan, number: order.number });
process.stdout.write(JSON.stringify(merged));
process.exit(0);

/** Kills this very process around a statement, at the driver, so that the product knows nothing of it. */
function watch({ statement, when, armedBy }: KillPoint): void {
  let isArmed = armedBy === undefined;
  const { query } = pg.Client.prototype;
  const die = () => process.kill(process.pid, 'SIGKILL');
  pg.Client.prototype.query = function watched(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
    isArmed ||= armedBy !== undefined && text.includes(armedBy);
    const isMeant = isArmed && new RegExp(statement, 'iu').test(text.trim());
    if (isMeant && when === 'before') die();
    const result = (query as (...all: unknown[]) => unknown).apply(this, args);
    if (isMeant && result instanceof Promise) result.then(die, die);
    return result;
  } as typeof query;
}
