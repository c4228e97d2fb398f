import type { LiveChange } from '@/lib/contracts/live';
import { isRecord } from '@/lib/kit/is-record';

/** The change that a message tells, as `liveChangeSchema` reads it: every page hears some, and few need more to check answers with. */
export function changeOf(data: unknown): LiveChange | undefined {
  if (!isRecord(data)) return undefined;
  const { seq, action, plan, number } = data;
  if (!(seq === null || isWhole(seq)) || typeof action !== 'string') return undefined;
  if (!(plan === null || typeof plan === 'string') || !(number === null || isWhole(number))) return undefined;
  return { seq, action, plan, number };
}

/** How far the record had come when a stream began, as `liveReadySchema` reads it. */
export function readySeqOf(data: unknown): number | undefined {
  return isRecord(data) && isWhole(data.seq) ? data.seq : undefined;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
