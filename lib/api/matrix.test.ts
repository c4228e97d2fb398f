import { describe, expect, it } from 'vitest';
import { type ActionRule, actions } from '@/lib/domain/access/actions';
import { routes } from './list';
import { matrix } from './matrix';

describe('the matrix of routes and roles', () => {
  it('names every route, once, and no other', () => {
    const ids = routes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(matrix).sort()).toEqual([...ids].sort());
  });

  it.each(routes.map((route) => [route.id, route] as const))('%s asks what the matrix says', (id, route) => {
    const row = matrix[id];
    if (route.door !== 'workspace') {
      expect(row?.needs).toBe(route.door);
      return;
    }
    const rule: ActionRule | undefined = route.action && actions[route.action];
    expect({ needs: row?.needs, scope: row?.scope }).toEqual({ needs: rule?.role, scope: rule?.scope });
  });
});
