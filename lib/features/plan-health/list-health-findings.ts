import 'server-only';
import type { Page } from '@/lib/contracts/common';
import type { HealthFindingView } from '@/lib/contracts/plan-health';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { type HealthKind, healthWords } from '@/lib/domain/health/kinds';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { ok, type Result } from '@/lib/kit/result';
import { cursorOf, placeOf } from '@/lib/store/page';
import type { At, PlanAtError } from '@/lib/store/read-plan-at';
import { healthAt } from './health-at';

const mostOthers = 5;

/** The findings of a plan, by kind; of one kind when asked for. */
export async function listHealthFindings(
  actor: Actor,
  input: { plan: string; at?: At; kind?: HealthKind | undefined; limit: number; cursor?: string | undefined },
): Promise<Result<Page<HealthFindingView>, AccessDenied | PlanAtError>> {
  const allowed = can(actor, 'plan-health.read');
  if (!allowed.ok) return allowed;
  const [place, release] = placeOf(input.cursor) ?? [];
  // A page belongs to the release that the first one began with.
  const found = await healthAt(actor, { plan: input.plan, at: typeof release === 'number' ? release : input.at });
  if (!found.ok) return found;
  const { snapshot, health } = found.value;
  const all = health.findings.filter((finding) => input.kind === undefined || finding.kind === input.kind);
  const from = typeof place === 'number' ? Math.max(0, place) : 0;
  const mentions = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const item = snapshot.items.get(id);
      return item ? [mentionOf(item)] : [];
    });
  const items = all.slice(from, from + input.limit).flatMap(({ kind, itemId, field, words, otherIds }) =>
    mentions([itemId]).map((item) => ({
      kind,
      label: healthWords[kind].label,
      item,
      field,
      words,
      others: mentions(otherIds.slice(0, mostOthers)),
    })),
  );
  const next = from + input.limit;
  return ok({ items, nextCursor: next < all.length ? cursorOf([next, snapshot.release]) : null, total: all.length });
}
