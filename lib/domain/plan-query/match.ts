import { assertNever } from '../../kit/assert-never';
import { foldName } from '../../kit/fold';
import type { Revision } from '../plan/item';
import type { ItemFacts } from './facts';
import { type FilterTerm, type ItemFilter, type PresenceKey, parseAge } from './filter';

/** What a filter's words stand for outside the plan: who "me" is, what owners are called, when releases were made. */
export interface FilterContext {
  readonly me: { readonly userId: string; readonly teamIds: readonly string[] } | null;
  /** Owner keys (`team:…`, `person:…`) that a folded name stands for. */
  readonly ownersNamed: (name: string) => readonly string[];
  /** What an owner key is called, for order; the key itself when it is not told. */
  readonly ownerNamed?: (key: string) => string;
  /** When a release was made, or nothing. */
  readonly releasedAt: (release: number) => Date | undefined;
  readonly now: Date;
}

/** One question asked of an item. */
export type Test = (item: Revision, facts: ItemFacts) => boolean;

/** The tests of a filter in its order, terms then words; an item is shown when all hold. */
export function testsOf(filter: ItemFilter, context: FilterContext): Test[] {
  return [
    ...filter.terms.map((term) => termTest(term, context)),
    ...filter.words.map(
      (word): Test =>
        (_, facts) =>
          facts.text.includes(word),
    ),
  ];
}

function termTest(term: FilterTerm, context: FilterContext): Test {
  const tests = term.values.map((value) => valueTest(term.key, value, context));
  // `no:owner,meaning` and `has:owner,meaning` ask for all of them, every other key for any.
  const all = term.key === 'has' || term.key === 'no';
  const [only] = tests;
  const holds: Test =
    only && tests.length === 1
      ? only
      : all
        ? (item, facts) => tests.every((test) => test(item, facts))
        : (item, facts) => tests.some((test) => test(item, facts));
  return term.negated ? (item, facts) => !holds(item, facts) : holds;
}

function valueTest(key: FilterTerm['key'], raw: string, context: FilterContext): Test {
  const value = foldName(raw);
  switch (key) {
    case 'owner': {
      const keys = new Set(ownerKeys(raw, context));
      return (_, facts) => keys.has(facts.owner);
    }
    case 'kind':
      return (item) => item.kind === value;
    case 'stage':
    case 'category':
    case 'namespace':
      return value === 'none' ? (_, facts) => facts[key] === '' : (_, facts) => facts[key] === value;
    case 'lifecycle':
    case 'action':
    case 'scope':
      return (_, facts) => facts[key] === value;
    case 'tag':
      return (_, facts) => facts.tags.includes(value);
    case 'source':
      return (_, facts) => facts.sources.includes(value);
    case 'destination':
      return (_, facts) => facts.destinations.includes(value);
    case 'property':
      return (_, facts) => facts.properties.includes(value);
    case 'group':
      return (_, facts) => facts.groups.includes(value);
    case 'class':
      return (_, facts) => facts.classes.includes(value);
    case 'type':
      return (_, facts) => facts.types.includes(value);
    case 'changed':
      return changedTest(value, context);
    case 'review':
      return reviewTest(value, context.now.toISOString().slice(0, 10));
    case 'has':
      return (_, facts) => facts.has.has(value as PresenceKey);
    case 'no':
      return (_, facts) => !facts.has.has(value as PresenceKey);
    default:
      return assertNever(key);
  }
}

function ownerKeys(raw: string, context: FilterContext): readonly string[] {
  const value = foldName(raw);
  if (value === 'none') return [''];
  if (value === 'me') {
    return context.me ? [`person:${context.me.userId}`, ...context.me.teamIds.map((id) => `team:${id}`)] : [];
  }
  return [`team:${raw}`, `person:${raw}`, raw, ...context.ownersNamed(value)];
}

function changedTest(value: string, context: FilterContext): Test {
  const age = parseAge(value);
  if (!age) return () => true;
  const edge = context.now.getTime() - age.days * 86_400_000;
  return (item) => {
    const at = context.releasedAt(item.fromRelease);
    if (!at) return false;
    return age.comparison === 'within' ? at.getTime() >= edge : at.getTime() < edge;
  };
}

function reviewTest(value: string, today: string): Test {
  if (value === 'none') return (_, facts) => facts.reviewBy === null;
  if (value === 'planned') return (_, facts) => facts.reviewBy !== null;
  return (_, facts) => facts.reviewBy !== null && facts.reviewBy < today;
}
