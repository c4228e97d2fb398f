import 'server-only';
import type { AttendanceView } from '@/lib/contracts/attendance';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { goneAfterMs, whoIsHere } from '@/lib/domain/review/attendance';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { Bucket } from '@/lib/infra/http/bucket';
import { err, ok, type Result } from '@/lib/kit/result';
import { findAttendedRequest, keepAttendance, listAttendances } from '@/lib/store/attendances';
import { announceAttendance } from '@/lib/store/live';

interface Place {
  readonly plan: string;
  readonly number: number;
}
interface Attends extends Place {
  readonly tab: string;
  readonly itemId: string | null;
  readonly isEditing: boolean;
}
type AttendError =
  | AccessDenied
  | { readonly code: 'change-request.not-found' }
  | { readonly code: 'attendance.too-many'; readonly retryAfterMs: number };

/** Times a minute that one person may say where they are: some tabs at their usual pace, with many steps between items. */
const perMinute = new Bucket(240);

/** Notes which item of a request the actor looks at or edits, and says who else is there. Nothing is recorded of it. */
export async function attendRequest(actor: Actor, input: Attends): Promise<Result<AttendanceView, AttendError>> {
  const allowed = can(actor, 'change-request.attend');
  if (!allowed.ok) return allowed;
  const at = now();
  const waitMs = perMinute.take(actor.userId, at.getTime());
  if (waitMs > 0) return err({ code: 'attendance.too-many', retryAfterMs: waitMs });
  const { workspaceId, userId } = actor;
  const { tab, itemId, isEditing } = input;
  const request = await findAttendedRequest(prisma(), workspaceId, input);
  if (!request) return err({ code: 'change-request.not-found' });
  const goneBefore = new Date(at.getTime() - goneAfterMs);
  // Each step by itself: of two who come at once, the one whose row is stored last finds the other's and tells them.
  const own = { userId, tab, itemId, isEditing, seenAt: at, goneBefore };
  const isNews = await keepAttendance(prisma(), workspaceId, request, own);
  const people = whoIsHere(await listAttendances(prisma(), workspaceId, request.id, goneBefore), at, userId);
  if (isNews) await announceAttendance(prisma(), workspaceId, request, people);
  return ok({ people: people.map(({ id, name, at: places }) => ({ id, name, at: [...places] })) });
}
