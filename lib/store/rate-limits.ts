import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** Counts an attempt in one atomic statement. @returns attempts in the running window and the milliseconds left of it */
export async function countAttempt(
  tx: Tx,
  key: string,
  windowMs: number,
  at: Date,
): Promise<{ count: number; resetInMs: number }> {
  const nowMs = at.getTime();
  const [row] = await tx.$queryRaw<{ points: number; expire: bigint }[]>`
    insert into rate_limits as r (key, points, expire) values (${key}, 1, ${nowMs + windowMs}::bigint)
    on conflict (key) do update set
      points = case when r.expire <= ${nowMs}::bigint then 1 else r.points + 1 end,
      expire = case when r.expire <= ${nowMs}::bigint then excluded.expire else r.expire end
    returning points, expire`;
  if (!row) throw new Error('a counter answered without a row');
  return { count: row.points, resetInMs: Math.max(0, Number(row.expire) - nowMs) };
}

/** Forgets the attempts under a key. */
export async function clearAttempts(tx: Tx, key: string): Promise<void> {
  await tx.rateLimit.deleteMany({ where: { key } });
}

/** Removes counters whose window is over. */
export async function sweepAttempts(tx: Tx, at: Date): Promise<number> {
  return (await tx.rateLimit.deleteMany({ where: { expire: { lt: BigInt(at.getTime()) } } })).count;
}
