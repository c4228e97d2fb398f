import 'server-only';
import type { ReleaseNotesView } from '@/lib/contracts/release-notes';
import type { Comparison } from '@/lib/contracts/releases';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { qualifiedName } from '@/lib/domain/plan/item';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { writeNotes } from '@/lib/domain/release-notes/write-notes';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { firstNotesVersion, readEditedNotes } from '@/lib/store/release-notes';
import { readRelease } from './read-release';

export type NotesFailure = AccessDenied | { code: 'plan.not-found' } | { code: 'release.not-found' };

/** The notes of a release: as the product writes them, or as an approver edited them. */
export async function readNotes(
  actor: Actor,
  input: { plan: string; number: number },
): Promise<Result<ReleaseNotesView, NotesFailure>> {
  const allowed = can(actor, 'release.read');
  if (!allowed.ok) return allowed;
  const release = await readRelease(actor, input);
  if (!release.ok) return release;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const edited = (await readEditedNotes(prisma(), actor.workspaceId, plan.id, [input.number])).get(input.number);
  const generated = generatedNotes(release.value.release.changeRequest.reason, release.value.comparison);
  const isEdited = edited !== undefined && edited.text !== null;
  return ok({
    text: edited?.text ?? generated,
    generated,
    edited: isEdited ? { by: edited.editedBy, at: edited.editedAt.toISOString() } : null,
    lockVersion: edited?.lockVersion ?? firstNotesVersion,
  });
}

function generatedNotes(reason: string, { items, omitted }: Comparison): string {
  return writeNotes({
    reason,
    omitted,
    items: items.map((item) => ({
      name: qualifiedName(item),
      kind: kinds[item.kind].label.toLowerCase(),
      significance: item.significance,
      sentences: item.differences.map((one) => one.sentence),
    })),
  });
}
