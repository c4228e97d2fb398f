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

/** How many pictures a plan keeps. */
export async function countJourneyImages(tx: Tx, workspaceId: string, planId: string): Promise<number> {
  return tx.journeyImage.count({ where: { planId, workspaceId } });
}

/** Removes pictures that no step shows and nobody sent since `before`. @returns how many */
export async function sweepJourneyImages(tx: Tx, before: Date): Promise<number> {
  return (await tx.journeyImage.deleteMany({ where: { uploadedAt: { lt: before }, steps: { none: {} } } })).count;
}
