import 'server-only';
import type { PropertyVariants } from '@/lib/contracts/properties';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { typeInWords } from '@/lib/domain/plan/property-type';
import { itemOfKind } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { propertyVariants } from '@/lib/domain/plan-query/property-variants';
import { carriersOf } from '@/lib/domain/plan-query/resolved-uses';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';

/** Other properties that may be the same as one, and in what they contradict it. */
export async function readVariants(
  actor: Actor,
  input: { plan: string; item: string; at?: At },
): Promise<Result<PropertyVariants, AccessDenied | PlanAtError | { code: 'property.not-found' }>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { snapshot } = opened.value;
  const property = itemOfKind(snapshot, 'property', input.item);
  if (!property) return err({ code: 'property.not-found' });
  return ok({
    own: {
      item: mentionOf(property),
      type: typeInWords(property.content.type),
      uses: carriersOf(snapshot).get(property.id)?.length ?? 0,
    },
    variants: propertyVariants(snapshot, property).map(({ property: other, likeness, uses, conflicts }) => ({
      item: mentionOf(other),
      likeness,
      type: typeInWords(other.content.type),
      uses,
      conflicts: [...conflicts],
    })),
  });
}
