import 'server-only';
import type * as z from 'zod';
import type { proposeFixSchema } from '@/lib/contracts/plan-health';
import type { Actor } from '@/lib/domain/access/actor';
import { fixed, fixTitle } from '@/lib/domain/health/fix';
import { itemOf } from '@/lib/domain/merge/changes-between';
import type { Item } from '@/lib/domain/plan/item';
import { err, ok } from '@/lib/kit/result';
import { proposeItems } from './propose-items';

/** Proposes one fix for many items: to retire them, to name an owner, a review date or a data class. */
export function proposeFix(actor: Actor, input: { plan: string } & z.output<typeof proposeFixSchema>) {
  const { plan, itemIds, fix, number, reason } = input;
  const ids = [...new Set(itemIds)];
  return proposeItems<{ readonly code: 'item.not-found' }>(actor, {
    plan,
    number,
    title: input.title ?? fixTitle(fix, ids.length),
    reason,
    items: (snapshot) => {
      const items: Item[] = [];
      for (const id of ids) {
        const item = snapshot.items.get(id);
        if (!item) return err({ code: 'item.not-found' });
        const after = fixed(itemOf(item), fix);
        if (after) items.push(after);
      }
      return ok(items);
    },
  });
}
