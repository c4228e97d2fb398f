import { assertNever } from '../../kit/assert-never';
import { sameJson } from '../../kit/canonical';
import { describeDifference } from '../diff/describe';
import type { Difference } from '../diff/difference';
import type { Snapshot } from '../plan/snapshot';
import { type Classified, type ClassifyContext, claimKey, type Effect } from './classified';
import { consequenceOf, editorial, loudest } from './effects';
import type { At } from './rule';
import { rules } from './rules';

/** The class of one difference, whom it breaks, and why, in words. A claim of clarification lowers an edit of prose and is named. */
export function classify(difference: Difference, context: ClassifyContext): Classified {
  const names = namesIn(context.before, context.after);
  const at: At = {
    difference,
    before: context.before,
    after: context.after,
    names,
    sentence: describeDifference(difference, names).sentence,
  };
  const effect = effectOf(difference, at);
  const claimed = effect.claimable && context.claims.has(claimKey(difference));
  const told = claimed
    ? { ...editorial(`${effect.why}; declared a clarification by its author`), claimable: true }
    : effect;
  return {
    ...told,
    difference,
    significance: loudest(told.significances),
    consequence: consequenceOf(told.significances, told.breaks),
    claimed,
  };
}

/** What items are called, as they are after, or were before they were removed; an unknown id is its own name. */
function namesIn(before: Snapshot, after: Snapshot): (id: string) => string {
  return (id) => (after.items.get(id) ?? before.items.get(id))?.name ?? id;
}

// The rule found under a kind and a field is the one for its values, which TypeScript cannot follow through the index.
interface AnyListRule {
  readonly whole?: (before: unknown, after: unknown, at: At) => Effect;
  readonly added: (member: unknown, at: At) => Effect;
  readonly removed: (member: unknown, at: At) => Effect;
  readonly parts?: Readonly<Record<string, (before: unknown, after: unknown, at: At) => Effect>>;
}
type AnyRule = AnyListRule | ((before: unknown, after: unknown, at: At) => Effect);

function effectOf(difference: Difference, at: At): Effect {
  const { added, removed, fields } = rules[difference.kind];
  if (difference.type === 'item-added') return (added as AnyListRule['added'])(difference.after, at);
  if (difference.type === 'item-removed') return (removed as AnyListRule['removed'])(difference.before, at);
  const rule = (fields as Readonly<Record<string, AnyRule>>)[difference.field];
  if (!rule) throw new Error(`no rule for ${difference.kind}.${difference.field}`);
  switch (difference.type) {
    case 'field-changed': {
      const whole = typeof rule === 'function' ? rule : rule.whole;
      if (!whole) throw new Error(`${difference.kind}.${difference.field} changes by members`);
      return sameJson(difference.before, difference.after)
        ? editorial(at.sentence)
        : whole(difference.before, difference.after, at);
    }
    case 'member-added':
      return listRule(rule, difference).added(difference.after, at);
    case 'member-removed':
      return listRule(rule, difference).removed(difference.before, at);
    case 'member-changed': {
      const part = listRule(rule, difference).parts?.[difference.part];
      if (!part) throw new Error(`no rule for ${difference.kind}.${difference.field}.${difference.part}`);
      return part(difference.before, difference.after, at);
    }
    default:
      return assertNever(difference);
  }
}

function listRule(rule: AnyRule, difference: { readonly kind: string; readonly field: string }): AnyListRule {
  if (typeof rule === 'function') throw new Error(`${difference.kind}.${difference.field} has no members`);
  return rule;
}
