import { err, ok, type Result } from '@/lib/kit/result';
import { type Action, type ActionRule, actions } from './actions';
import type { Actor } from './actor';
import { includesRole, type Role } from './roles';
import { includesScope, type Scope } from './scopes';

/** Why an actor may not: the role that could, and the scope their token lacks. */
export interface AccessDenied {
  readonly code: 'access.denied';
  readonly action: Action;
  readonly needs: Role;
  /** Set when the role would do but the token may not: the missing scope, or a session in a browser. */
  readonly scope?: Scope | 'session';
}

/** Whether `actor` may do `action`, by the one table of roles and the scopes of their token. */
export function can(actor: Pick<Actor, 'role' | 'via'>, action: Action): Result<true, AccessDenied> {
  const needed: ActionRule = actions[action];
  if (!includesRole(actor.role, needed.role)) return err({ code: 'access.denied', action, needs: needed.role });
  if (actor.via.kind === 'session') return ok(true);
  if (needed.scope !== 'session' && includesScope(actor.via.scopes, needed.scope)) return ok(true);
  return err({ code: 'access.denied', action, needs: needed.role, scope: needed.scope });
}
