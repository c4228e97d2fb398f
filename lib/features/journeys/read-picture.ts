import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readJourneyImage } from '@/lib/store/journey-images';
import { readPlan } from '@/lib/store/plans';
import type { JourneyError } from './journey-view';

/** A picture of a step. Its name is its digest, so a browser may keep it, and asks each time whether it still may show it. */
export async function readPictureFile(actor: Actor, input: { plan: string; digest: string }) {
  const found = await read(actor, input);
  if (!found.ok) return found;
  const { type, bytes } = found.value;
  return ok({
    fileName: `${input.digest.slice(0, 12)}.${type.replace('image/', '')}`,
    contentType: type,
    body: bytes,
    etag: input.digest,
    isInline: true,
    headers: { 'cache-control': 'private, no-cache' },
  });
}

async function read(
  actor: Actor,
  { plan: slug, digest }: { plan: string; digest: string },
): Promise<Result<{ readonly type: string; readonly bytes: Uint8Array }, JourneyError>> {
  const allowed = can(actor, 'journey.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, slug);
  if (!plan) return err({ code: 'plan.not-found' });
  const image = await readJourneyImage(prisma(), actor.workspaceId, plan.id, digest);
  return image ? ok(image) : err({ code: 'journey.no-such-picture' });
}
