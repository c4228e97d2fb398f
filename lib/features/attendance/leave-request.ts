import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { goneAfterMs, whoIsHere } from '@/lib/domain/review/attendance';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { findAttendedRequest, listAttendances, removeAttendance } from '@/lib/store/attendances';
import { announceAttendance } from '@/lib/store/live';

/** Forgets a tab of the actor's that is closed or shows something else, and tells the others who are there. */
export async function leaveRequest(
  actor: Actor,
  input: { readonly plan: string; readonly number: number; readonly tab: string },
): Promise<Result<{ done: true }, AccessDenied | { readonly code: 'change-request.not-found' }>> {
  const allowed = can(actor, 'change-request.attend');
  if (!allowed.ok) return allowed;
  const { workspaceId, userId } = actor;
  const request = await findAttendedRequest(prisma(), workspaceId, input);
  if (!request) return err({ code: 'change-request.not-found' });
  if (await removeAttendance(prisma(), workspaceId, request, { userId, tab: input.tab })) {
    const at = now();
    const tabs = await listAttendances(prisma(), workspaceId, request.id, new Date(at.getTime() - goneAfterMs));
    await announceAttendance(prisma(), workspaceId, request, whoIsHere(tabs, at, userId));
  }
  return ok({ done: true });
}
