import { listShapeSchema, type SavedView } from '@/lib/contracts/views';
import type { Actor } from '@/lib/domain/access/actor';
import type { AccessDenied } from '@/lib/domain/access/can';
import { includesRole } from '@/lib/domain/access/roles';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { foldName } from '@/lib/kit/fold';
import type { StoredView } from '@/lib/store/views';

export type ViewError =
  | AccessDenied
  | {
      readonly code: 'plan.not-found' | 'view.not-found' | 'view.name-taken' | 'view.too-many' | 'view.other-person';
      readonly detail?: string;
    };

/** Whether somebody may change a view: its maker, as long as their role may share it, and approvers a shared one. */
export function mayChange(actor: Pick<Actor, 'userId' | 'role'>, view: Pick<StoredView, 'by' | 'isShared'>): boolean {
  if (view.isShared && includesRole(actor.role, 'approver')) return true;
  return view.by.id === actor.userId && (!view.isShared || includesRole(actor.role, 'contributor'));
}

/** Whether another view that stands in the same group of the menu has this name. */
export function isNameTaken(
  seen: readonly StoredView[],
  view: { readonly id: string | null; readonly name: string; readonly isShared: boolean },
): boolean {
  return seen.some(
    (other) => other.id !== view.id && other.isShared === view.isShared && foldName(other.name) === foldName(view.name),
  );
}

/** A view as a reader sees it. */
export function savedView(view: StoredView, actor: Actor, defaultId: string | null): SavedView {
  const { id, name, isShared, by } = view;
  const shape = listShapeSchema.safeParse(view.shape);
  return {
    id,
    kind: itemKindSchema.parse(view.subject),
    name,
    isShared,
    // A shape written by a later version is read as the plain list, so that the view can still be renamed or deleted.
    shape: shape.success ? shape.data : listShapeSchema.parse({}),
    by,
    isDefault: id === defaultId,
    mayChange: mayChange(actor, view),
  };
}
