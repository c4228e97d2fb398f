import { grouped } from '@/lib/kit/grouped';
import 'server-only';
import type * as z from 'zod';
import type { Unification, unifySchema } from '@/lib/contracts/properties';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { type ReplacedIn, type ReplacementError, replaceProperty } from '@/lib/domain/bulk/replace-property';
import { qualifiedName } from '@/lib/domain/plan/item';
import { itemOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { propertyVariants } from '@/lib/domain/plan-query/property-variants';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { proposeItems } from './propose-items';

const mostShown = 200;

/** What would change if properties became one; nothing is proposed yet. */
export async function previewUnification(
  actor: Actor,
  input: { plan: string; survivor: string; losers: readonly string[] },
): Promise<Result<Unification, AccessDenied | PlanAtError | ReplacementError>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const opened = await readPlanAt(prisma(), actor.workspaceId, input.plan, undefined);
  if (!opened.ok) return opened;
  const { snapshot } = opened.value;
  const losers = [...new Set(input.losers)];
  const planned = replaceProperty(snapshot, { losers, survivor: input.survivor, retire: true });
  if (!planned.ok) return planned;
  const { changes, effects } = planned.value;
  const mention = (id: string) => {
    const item = snapshot.items.get(id);
    return item ? [mentionOf(item)] : [];
  };
  const [survivor] = mention(input.survivor);
  if (!survivor) return err({ code: 'property.not-found' });
  const byItem = Map.groupBy(effects, (effect) => effect.itemId);
  return ok({
    survivor,
    losers: losers.flatMap(mention),
    items: changes.slice(0, mostShown).flatMap(({ itemId }) =>
      mention(itemId).map((item) => ({
        item,
        sentences: (byItem.get(itemId) ?? []).map((effect) => sentenceOf(snapshot, effect, survivor.name)),
      })),
    ),
    total: changes.length,
    conflicts: conflictsOf(snapshot, input.survivor, losers),
  });
}

/** Proposes that properties become one: every use is the survivor's, the others are retired in its favour. */
export async function unifyProperties(actor: Actor, input: { plan: string } & z.output<typeof unifySchema>) {
  const allowed = can(actor, 'property.unify');
  if (!allowed.ok) return allowed;
  const { plan, survivor, number, reason } = input;
  const losers = [...new Set(input.losers)];
  return proposeItems<ReplacementError>(actor, {
    plan,
    number,
    title: input.title ?? (await titleOf(actor, plan, survivor, losers.length)),
    reason,
    items: (snapshot) => {
      const planned = replaceProperty(snapshot, { losers, survivor, retire: true });
      return planned.ok ? ok(planned.value.changes.flatMap((change) => change.item ?? [])) : planned;
    },
  });
}

async function titleOf(actor: Actor, plan: string, survivor: string, count: number): Promise<string> {
  const opened = await readPlanAt(prisma(), actor.workspaceId, plan, undefined);
  const name = opened.ok ? opened.value.snapshot.items.get(survivor)?.name : undefined;
  return `Unify ${count === 1 ? 'a property' : `${grouped(count)} properties`} into ${name ?? 'one'}`;
}

function sentenceOf(snapshot: Snapshot, { what, loser, dropped }: ReplacedIn, survivor: string): string {
  const property = snapshot.items.get(loser);
  const name = property ? qualifiedName(property) : loser;
  switch (what) {
    case 'use':
      return dropped
        ? `Drops ${name}, since it carries ${survivor} already.`
        : `Carries ${survivor} instead of ${name}, with the same presence and values.`;
    case 'consumer':
      return dropped ? `Depends on ${survivor} already; ${name} goes.` : `Depends on ${survivor} instead of ${name}.`;
    case 'mapping':
      return `No longer has a name for ${name}.`;
    case 'pointer':
      return dropped ? `No longer points at ${name} as its replacement.` : `Is replaced by ${survivor}, not ${name}.`;
    case 'example':
      return dropped
        ? `Its example payload drops ${name}, since ${survivor} is there.`
        : `Its example payload says ${survivor} instead of ${name}.`;
    default:
      return `Is retired in favour of ${survivor}.`;
  }
}

function conflictsOf(snapshot: Snapshot, survivor: string, losers: readonly string[]): string[] {
  const own = itemOfKind(snapshot, 'property', survivor);
  if (!own) return [];
  const variants = new Map(propertyVariants(snapshot, own).map((variant) => [variant.property.id, variant]));
  return losers.flatMap((id) => {
    const variant = variants.get(id);
    return (variant?.conflicts ?? []).map((conflict) => `Of ${variant?.property.name}: ${conflict}.`);
  });
}
