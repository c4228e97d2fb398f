import 'server-only';
import { createHash } from 'node:crypto';
import type { PictureView } from '@/lib/contracts/journeys';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { readPicture } from '@/lib/domain/journey/picture';
import { now } from '@/lib/infra/clock';
import { inTransaction } from '@/lib/infra/db/transaction';
import { err, ok, type Result } from '@/lib/kit/result';
import { auditBy, writeAudit } from '@/lib/store/audit';
import {
  countJourneyImages,
  dropPastJourneyImage,
  keepJourneyImage,
  knownJourneyImages,
} from '@/lib/store/journey-images';
import { lockPlan, readPlan } from '@/lib/store/plans';
import type { JourneyError } from './journey-view';

/** Pictures of one plan: a gigabyte at most. */
const mostPictures = 500;

/** After this nobody is about to save a step with the picture any more, in milliseconds. */
const settledMs = 86_400_000;

/** Keeps a picture for the steps of journeys; what it is follows from its bytes alone. */
export async function uploadPicture(
  actor: Actor,
  input: { plan: string },
  stream: AsyncIterable<Uint8Array>,
): Promise<Result<PictureView, JourneyError>> {
  const allowed = can(actor, 'journey.update');
  if (!allowed.ok) return allowed;
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const picture = readPicture(bytes);
  if (!picture)
    return err({ code: 'journey.not-a-picture', detail: 'Send a PNG, JPEG or WebP of at most 40 megapixels' });
  const view = { digest: createHash('sha256').update(bytes).digest('hex'), ...picture };
  return inTransaction<Result<PictureView, JourneyError>>(async (tx) => {
    const found = await readPlan(tx, actor.workspaceId, input.plan);
    const plan = found && (await lockPlan(tx, actor.workspaceId, found.id));
    if (!plan || plan.archivedAt) return err({ code: 'plan.not-found' });
    const known = await knownJourneyImages(tx, actor.workspaceId, plan.id, [view.digest]);
    if (known.size === 0 && (await countJourneyImages(tx, actor.workspaceId, plan.id)) >= mostPictures) {
      // What only the past shows gives way to what is shown today.
      const settled = new Date(now().getTime() - settledMs);
      if (!(await dropPastJourneyImage(tx, actor.workspaceId, plan.id, settled)))
        return err({ code: 'journey.too-many-pictures', detail: `The plan keeps ${mostPictures} pictures` });
    }
    await keepJourneyImage(tx, actor.workspaceId, { ...view, planId: plan.id, bytes, at: now() });
    await writeAudit(tx, actor.workspaceId, {
      ...auditBy(actor),
      action: 'journey.upload',
      subjectKind: 'journey-picture',
      subjectId: view.digest,
      detail: { planId: plan.id, name: view.digest.slice(0, 12), type: view.type, byteSize: bytes.byteLength },
    });
    return ok(view);
  });
}
