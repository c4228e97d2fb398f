import 'server-only';
import type * as z from 'zod';
import type { createdShareLinkSchema, createShareLinkSchema } from '@/lib/contracts/share-links';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { hashSecret, newSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { env } from '@/lib/infra/env';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import { readPlan } from '@/lib/store/plans';
import { countShareLinks, createShareLink as createRow, readShareLink } from '@/lib/store/share-links';
import { shareLinkView } from './view';

const mostOpen = 50;

export type CreateShareLinkError =
  | AccessDenied
  | { readonly code: 'plan.not-found' }
  | { readonly code: 'release.not-found' | 'share-link.too-many'; readonly detail: string };

/** Makes an address by which anybody reads the plan until a day. It is in this answer and nowhere else. */
export async function createShareLink(
  actor: Actor,
  input: { plan: string } & z.output<typeof createShareLinkSchema>,
): Promise<Result<z.input<typeof createdShareLinkSchema>, CreateShareLinkError>> {
  const allowed = can(actor, 'share-link.create');
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const { name, release, expiresInDays } = input;
  const secret = newSecret('wms_');
  const id = newId('sl');
  return inTransaction(async (tx) => {
    const plan = await readPlan(tx, workspaceId, input.plan);
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    if (release !== null && release > plan.headRelease) {
      const detail = `The plan has ${plan.headRelease} releases, and none numbered ${release}`;
      return err({ code: 'release.not-found', detail });
    }
    const at = now();
    if ((await countShareLinks(tx, workspaceId, plan.id, at)) >= mostOpen)
      return err({ code: 'share-link.too-many', detail: `${mostOpen} links to this plan are open. Revoke one first.` });
    const expiresAt = new Date(at.getTime() + expiresInDays * 86_400_000);
    const row = { id, planId: plan.id, name, release, createdById: actor.userId, createdAt: at, expiresAt };
    await createRow(tx, workspaceId, { ...row, hash: hashSecret(secret), prefix: secret.slice(0, 10) });
    await writeAudit(tx, workspaceId, {
      ...auditBy(actor),
      action: 'share-link.create',
      subjectKind: 'share-link',
      subjectId: id,
      detail: { name, planId: plan.id, release, expiresAt: expiresAt.toISOString() },
    });
    const link = await readShareLink(tx, workspaceId, plan.id, id);
    if (!link) throw new Error('a share link was not kept');
    return ok({ ...shareLinkView(link, at), url: `${env().baseUrl}/shared/${secret}/index.html` });
  });
}
