import 'server-only';
import * as z from 'zod';
import type { AcknowledgementView } from '@/lib/contracts/channels';
import { newsSchema } from '@/lib/contracts/inbox';
import { signedText } from '@/lib/infra/auth/seal';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Call } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { readMember, readStanding } from '@/lib/store/memberships';
import { type Notification, readNotificationAbout } from '@/lib/store/notifications';
import { readPlan } from '@/lib/store/plans';
import { readWorkspace } from '@/lib/store/workspaces';

export type LinkFailure = { readonly code: 'acknowledgement.not-found' };

const linkSchema = z.tuple([z.string(), z.string(), z.string(), z.number()]);

/** Whose news a signed link is about, while it is valid and they are a member. */
export async function findLinked(
  tx: Tx,
  token: string,
): Promise<{ workspaceId: string; userId: string; notification: Notification } | undefined> {
  const text = signedText('acknowledge', token);
  const link = text === undefined ? undefined : linkSchema.safeParse(JSON.parse(text)).data;
  if (!link) return undefined;
  const [workspaceId, userId, subjectKey, until] = link;
  if (until < now().getTime() || !(await readStanding(tx, workspaceId, userId))) return undefined;
  const notification = await readNotificationAbout(tx, workspaceId, userId, subjectKey);
  return notification && { workspaceId, userId, notification };
}

/** What a signed link from a message asks to acknowledge. Reading it changes nothing: mail programs open links by themselves. */
export async function readAcknowledgement(
  _call: Call,
  input: { token: string },
): Promise<Result<AcknowledgementView, LinkFailure>> {
  const linked = await findLinked(prisma(), input.token);
  return linked ? viewOf(linked) : err({ code: 'acknowledgement.not-found' });
}

/** What a page shows of linked news. */
export async function viewOf(linked: {
  workspaceId: string;
  userId: string;
  notification: Notification;
}): Promise<Result<AcknowledgementView, LinkFailure>> {
  const { workspaceId, userId, notification } = linked;
  const workspace = await readWorkspace(prisma(), workspaceId);
  const plan = await readPlan(prisma(), workspaceId, notification.planId);
  const member = await readMember(prisma(), workspaceId, userId);
  const news = newsSchema.safeParse(notification.payload).data;
  if (!workspace || !plan || !member || !news) return err({ code: 'acknowledgement.not-found' });
  return ok({
    workspace: { slug: workspace.slug, name: workspace.name },
    plan: { slug: plan.slug, name: plan.name },
    person: member.name,
    news,
    acknowledgedAt: notification.acknowledgedAt?.toISOString() ?? null,
  });
}
