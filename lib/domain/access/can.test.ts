import { describe, expect, it } from 'vitest';
import { type Action, type ActionRule, actions } from './actions';
import type { Via } from './actor';
import { can } from './can';
import { roles, weakerRole } from './roles';
import { type Scope, scopes } from './scopes';

const session: Via = { kind: 'session', sessionId: 'ss_1' };
const token = (...held: Scope[]): Via => ({ kind: 'token', tokenId: 'tk_1', scopes: held });
const every: [Action, ActionRule][] = Object.entries(actions) as [Action, ActionRule][];

describe('can', () => {
  it.each(every)('%s is allowed from its role on and refused below', (action, needed) => {
    for (const role of roles) {
      const allowed = can({ role, via: session }, action);
      expect(allowed.ok).toBe(roles.indexOf(role) >= roles.indexOf(needed.role));
      if (!allowed.ok) expect(allowed.error).toEqual({ code: 'access.denied', action, needs: needed.role });
    }
  });

  it.each(every)('%s is refused to an admin whose token has no scope for it', (action, needed) => {
    const denied = can({ role: 'admin', via: token() }, action);
    expect(denied).toEqual({
      ok: false,
      error: { code: 'access.denied', action, needs: needed.role, scope: needed.scope },
    });
  });

  it('lets no scope widen a role', () => {
    for (const [action, needed] of every) {
      if (needed.role === 'viewer') continue;
      expect(can({ role: 'viewer', via: token(...scopes) }, action).ok).toBe(false);
    }
  });

  it.each([
    ['read', 'item.read', true],
    ['read', 'change-request.create', false],
    ['propose', 'item.read', true],
    ['propose', 'change-request.create', true],
    ['propose', 'change-request.approve', false],
    ['review', 'change-request.approve', true],
    ['review', 'change-request.edit', false],
    ['export', 'export.read', true],
    ['export', 'item.read', false],
    ['admin', 'export.read', true],
    ['admin', 'member.update', true],
    ['admin', 'token.create', false],
  ] as const)('a token with %s and %s: %s', (scope, action, allowed) => {
    expect(can({ role: 'admin', via: token(scope) }, action).ok).toBe(allowed);
  });

  it('gives the weaker of two roles', () => {
    expect(weakerRole('admin', 'viewer')).toBe('viewer');
    expect(weakerRole('contributor', 'approver')).toBe('contributor');
  });
});
