import 'server-only';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { sweepAttendances } from '@/lib/store/attendances';
import { sweepDeliveries } from '@/lib/store/deliveries';
import { sweepIdempotencyKeys } from '@/lib/store/idempotency';
import { sweepImports } from '@/lib/store/imports';
import { sweepJourneyImages } from '@/lib/store/journey-images';
import { sweepAttempts } from '@/lib/store/rate-limits';
import { sweepSessions } from '@/lib/store/sessions';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long what has run out is kept, in milliseconds. */
export const keptForMs = {
  sessions: 30 * dayMs,
  idempotencyKeys: 2 * dayMs,
  imports: 14 * dayMs,
  deliveries: 90 * dayMs,
  journeyImages: 30 * dayMs,
  attendances: hourMs,
} as const;

/** Removes what has run out: sessions, keys of repeated requests, counters of attempts, files of imports nobody went on with, pictures no step shows, logs of deliveries, who was in a request. */
export async function sweep(): Promise<void> {
  const db = prisma();
  const at = now();
  const before = (ageMs: number) => new Date(at.getTime() - ageMs);
  await sweepSessions(db, before(keptForMs.sessions));
  await sweepIdempotencyKeys(db, before(keptForMs.idempotencyKeys));
  await sweepImports(db, before(keptForMs.imports));
  await sweepJourneyImages(db, before(keptForMs.journeyImages));
  await sweepDeliveries(db, before(keptForMs.deliveries));
  await sweepAttendances(db, before(keptForMs.attendances));
  await sweepAttempts(db, at);
}
