import 'server-only';
import type * as z from 'zod';
import type { ConflictView, conflictsViewSchema } from '@/lib/contracts/conflicts';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { valueInWords } from '@/lib/domain/diff/words';
import type { Conflict } from '@/lib/domain/merge/conflict';
import { mergePlans } from '@/lib/domain/merge/merge-plans';
import { placeLabel } from '@/lib/domain/merge/settled-conflict';
import { fieldValue, qualifiedName } from '@/lib/domain/plan/item';
import { fieldOf, kinds } from '@/lib/domain/plan/kinds/list';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { sameJson } from '@/lib/kit/canonical';
import { ok, type Result } from '@/lib/kit/result';
import { listRevisions, type RevisionRecord } from '@/lib/store/revisions';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import type { RequestError, RequestPlace } from './make-move';
import { findRequest } from './read-change-request';
import type { Found } from './request-view';
import { namesIn } from './world';

type ConflictsView = z.input<typeof conflictsViewSchema>;

/** What clashes between a request and the plan as it is by now, and what merges by itself. */
export async function readConflicts(actor: Actor, input: RequestPlace): Promise<Result<ConflictsView, RequestError>> {
  const allowed = can(actor, 'change-request.read');
  if (!allowed.ok) return allowed;
  return inTransaction<Result<ConflictsView, RequestError>>(async (tx) => {
    const found = await findRequest(tx, actor, input);
    if (!found.ok) return found;
    const { request, world, plan } = found.value;
    const base = await loadSnapshot(tx, actor.workspaceId, plan.id, request.baseRelease);
    const merge = mergePlans(base, world.head, request.changes);
    const names = namesIn([world.head, base], world.people);
    const conflicts: ConflictView[] = [];
    for (const conflict of merge.conflicts) conflicts.push(await conflictView(tx, actor, conflict, found.value, names));
    return ok({
      baseRelease: request.baseRelease,
      headRelease: plan.headRelease,
      lockVersion: request.lockVersion,
      conflicts,
      merged: merge.merged.map((taken) => {
        const item = world.head.items.get(taken.itemId);
        const label = item ? (fieldOf(item.kind, taken.field)?.label ?? taken.field) : taken.field;
        return {
          itemId: taken.itemId,
          name: item ? qualifiedName(item) : taken.itemId,
          label,
          words: 'Only the plan changed it: its text is taken.',
        };
      }),
    });
  });
}

const conflictWords: Record<Conflict['type'], string> = {
  field: 'Both changed it, differently.',
  'rename-rename': 'Both renamed it, differently.',
  'edit-delete': 'You edit what was removed meanwhile.',
  'delete-edit': 'You remove what was edited meanwhile.',
  'both-created': 'Both created it.',
  'name-taken': 'Another item bears this name by now.',
  'reference-removed': 'It points at something that was removed meanwhile.',
  'removed-in-use': 'You remove something that is used by now.',
  'source-of-truth': 'Its source of truth is no longer one of its sources.',
};

async function conflictView(
  tx: Tx,
  actor: Actor,
  conflict: Conflict,
  { request, world }: Found,
  names: (id: string) => string,
): Promise<ConflictView> {
  const change = request.changes.find((one) => one.itemId === conflict.itemId);
  const item = change?.item ?? world.head.items.get(conflict.itemId);
  const kind = item?.kind ?? 'event';
  const field = 'field' in conflict ? conflict.field : 'name';
  const definition = fieldOf(kind, field);
  const isField = conflict.type === 'field' || conflict.type === 'rename-rename';
  const say = (value: unknown) => {
    const part = isField ? conflict.part : null;
    return valueInWords(part ?? field, value, names) ?? null;
  };
  const whole = (value: unknown) =>
    value && typeof value === 'object' && 'name' in value ? `${kinds[kind].label} ${String(value.name)}` : null;
  const moved = movedBy(await listRevisions(tx, actor.workspaceId, conflict.itemId), request.baseRelease, field);
  const isName = conflict.type === 'name-taken' || conflict.type === 'rename-rename';
  return {
    key: conflict.key,
    kind: conflict.type,
    itemId: conflict.itemId,
    name: item ? qualifiedName(item) : conflict.itemId,
    label: isField ? placeLabel(kind, conflict, names) : kinds[kind].label,
    words: conflictWords[conflict.type],
    base: isField ? say(conflict.base) : 'base' in conflict ? whole(conflict.base) : null,
    theirs: isField ? say(conflict.theirs) : 'theirs' in conflict ? whole(conflict.theirs) : null,
    yours: isField ? say(conflict.yours) : 'yours' in conflict ? whole(conflict.yours) : null,
    prose: definition?.shape === 'prose',
    writable: isName || (isField && definition?.shape === 'prose' && conflict.member === null),
    theirsBy: moved
      ? {
          who: moved.author.name,
          number: moved.changeRequest.number,
          release: moved.fromRelease,
          at: moved.at.toISOString(),
          reason: moved.changeRequest.reason,
        }
      : null,
  };
}

/** The latest revision after a release that changed a field, or any when none changed that one. */
function movedBy(revisions: readonly RevisionRecord[], after: number, field: string): RevisionRecord | undefined {
  const later = revisions.filter((one) => one.fromRelease > after);
  const changing = later.filter((one) => {
    const before = revisions[revisions.indexOf(one) - 1];
    return before === undefined || !sameJson(fieldValue(before.item, field), fieldValue(one.item, field));
  });
  return changing.at(-1) ?? later.at(-1);
}
