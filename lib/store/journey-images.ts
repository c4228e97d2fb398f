import 'server-only';
import type { Tx } from '../infra/db/transaction';
import type { StepPicture } from './journeys';

/** Keeps a picture under its digest; one that is there already counts as sent again. */
export async function keepJourneyImage(
  tx: Tx,
  workspaceId: string,
  picture: StepPicture & { readonly planId: string; readonly bytes: Uint8Array; readonly at: Date },
): Promise<void> {
  const { planId, digest, type, width, height, bytes, at } = picture;
  await tx.journeyImage.upsert({
    where: { digest_planId_workspaceId: { digest, planId, workspaceId } },
    create: {
      ...{ planId, workspaceId, digest, type, width, height, uploadedAt: at },
      byteSize: bytes.byteLength,
      bytes: new Uint8Array(bytes),
    },
    update: { uploadedAt: at },
  });
}

/** A picture of a plan with its bytes. */
export async function readJourneyImage(
  tx: Tx,
  workspaceId: string,
  planId: string,
  digest: string,
): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined> {
  const where = { digest_planId_workspaceId: { digest, planId, workspaceId } };
  return (await tx.journeyImage.findUnique({ where, select: { type: true, bytes: true } })) ?? undefined;
}

/** Which of these digests are pictures of the plan. */
export async function knownJourneyImages(
  tx: Tx,
  workspaceId: string,
  planId: string,
  digests: readonly string[],
): Promise<Set<string>> {
  const where = { planId, workspaceId, digest: { in: [...digests] } };
  const rows = digests.length === 0 ? [] : await tx.journeyImage.findMany({ where, select: { digest: true } });
  return new Set(rows.map(({ digest }) => digest));
}

/**
 * Removes the oldest picture that only earlier versions of journeys show and nobody sent since `before`, to make room.
 * @returns whether there was one
 */
export async function dropPastJourneyImage(
  tx: Tx,
  workspaceId: string,
  planId: string,
  before: Date,
): Promise<boolean> {
  const oldest = await tx.journeyImage.findFirst({
    where: { planId, workspaceId, uploadedAt: { lt: before }, steps: { none: {} } },
    orderBy: { uploadedAt: 'asc' },
    select: { digest: true },
  });
  if (!oldest) return false;
  const { count } = await tx.journeyImage.deleteMany({
    where: { ...oldest, planId, workspaceId, steps: { none: {} } },
  });
  return count === 1;
}

/** How many pictures a plan keeps. */
export async function countJourneyImages(tx: Tx, workspaceId: string, planId: string): Promise<number> {
  return tx.journeyImage.count({ where: { planId, workspaceId } });
}

/** Removes pictures that no step shows, or ever showed, and nobody sent since `before`. @returns how many */
export async function sweepJourneyImages(tx: Tx, before: Date): Promise<number> {
  return tx.$executeRaw`
    delete from journey_images i
    where i.uploaded_at < ${before}
      and not exists (select 1 from journey_steps s where s.plan_id = i.plan_id and s.image_digest = i.digest)
      and not exists (select 1 from journey_versions v where v.plan_id = i.plan_id and i.digest = any (v.pictures))`;
}
