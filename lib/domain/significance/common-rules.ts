import type { Lifecycle } from '../plan/parts';
import { additive, breaking, editorial, meaning, proseMeaning } from './effects';
import { isFormattingOnly } from './formatting';
import type { At, MemberRule, ValueRule } from './rule';

/** Wording only, whatever changed. */
export const wording: ValueRule<unknown> & MemberRule<unknown> = (...args: readonly unknown[]) =>
  editorial((args.at(-1) as At).sentence);

/** Nothing that exists changes. */
export const harmless: ValueRule<unknown> & MemberRule<unknown> = (...args: readonly unknown[]) =>
  additive((args.at(-1) as At).sentence);

/** Sentences that say what something means; stating them for the first time changes what readers may rely on too. */
export const says: ValueRule<string> = (before, after, at) =>
  isFormattingOnly(before, after)
    ? editorial(`only spaces or line breaks changed: ${at.sentence}`)
    : proseMeaning(at.sentence);

/** A value that numbers depend on. */
export const decidesNumbers: ValueRule<unknown> = (_before, _after, at) => meaning(at.sentence);

/** A value by which both sides find each other. */
export const identifies: ValueRule<unknown> & MemberRule<unknown> = (...args: readonly unknown[]) =>
  breaking('both', (args.at(-1) as At).sentence);

/** Reaches those who read and nobody else. */
export const readersOnly: ValueRule<unknown> & MemberRule<unknown> = (...args: readonly unknown[]) =>
  breaking('readers', (args.at(-1) as At).sentence);

/** Reaches those who send and nobody else. */
export const sendersOnly: ValueRule<unknown> = (_before, _after, at) => breaking('senders', at.sentence);

/** Where an item stands: only a planned one can go live without its numbers being of two kinds. */
export const lifecycle: ValueRule<Lifecycle> = (before, after, at) => {
  if (before.state === after.state) return additive(at.sentence);
  return before.state === 'planned' && after.state === 'live' ? additive(at.sentence) : meaning(at.sentence);
};

/** A lowest allowed value: stating or raising it forbids something. */
export const lowerBound: ValueRule<number | null> = (before, after, at) =>
  after !== null && (before === null || after > before) ? breaking('senders', at.sentence) : additive(at.sentence);

/** A highest allowed value: stating or lowering it forbids something. */
export const upperBound: ValueRule<number | null> = (before, after, at) =>
  after !== null && (before === null || after < before) ? breaking('senders', at.sentence) : additive(at.sentence);

/** A pattern: whether one pattern takes less than another cannot be told in general, so any new one counts as narrower. */
export const pattern: ValueRule<string | null> = (_before, after, at) =>
  after === null ? additive(at.sentence) : breaking('senders', at.sentence);

const editorialMembers = { added: wording, removed: wording } as const;

/** Rules of the fields that every kind ends with. */
export const closingRules = {
  displayName: wording,
  tags: editorialMembers,
  owner: wording,
  reviewBy: wording,
  links: { ...editorialMembers, parts: { label: wording } },
  extras: { ...editorialMembers, parts: { value: wording } },
} as const;
