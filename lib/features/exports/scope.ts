import 'server-only';
import { referencesOf } from '@/lib/domain/plan/references';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { parseFilter } from '@/lib/domain/plan-query/filter';
import type { FilterContext } from '@/lib/domain/plan-query/match';
import { queryItems } from '@/lib/domain/plan-query/query-items';
import { err, ok, type Result } from '@/lib/kit/result';

type ScopeError = { readonly code: 'request.invalid'; readonly errors: { path: string; message: string }[] };

/** The plan with only the events that a filter finds, and whatever they refer to. An empty filter leaves it whole. */
export function scoped(snapshot: Snapshot, text: string, context: FilterContext): Result<Snapshot, ScopeError> {
  if (text.trim() === '') return ok(snapshot);
  const { filter, issues } = parseFilter(text);
  if (issues.length > 0)
    return err({
      code: 'request.invalid',
      errors: issues.map((issue) => ({ path: 'filter', message: issue.message })),
    });
  const query = { kind: 'event' as const, filter, sort: 'name' as const, descending: false, group: null };
  const found = queryItems(snapshot, query, context);
  const kept = new Set(found.items.map((item) => item.id));
  const waiting = [...kept];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const item = snapshot.items.get(id);
    // A destination names every event it renames: following it would bring back the whole plan.
    if (!item || item.kind === 'destination') continue;
    for (const { itemId } of referencesOf(item)) {
      if (kept.has(itemId)) continue;
      kept.add(itemId);
      waiting.push(itemId);
    }
  }
  return ok({ ...snapshot, items: new Map([...snapshot.items].filter(([id]) => kept.has(id))) });
}
