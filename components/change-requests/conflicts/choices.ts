import type { ConflictView } from '@/lib/contracts/conflicts';

export type Side = 'theirs' | 'yours' | 'written';

/** What somebody decided on one conflict; the text only counts while `take` is `written`. */
export interface Decision {
  readonly take: Side;
  readonly text: string;
}
export type Decisions = Readonly<Record<string, Decision>>;

/** One way to settle a conflict: what it is called, what follows from it, and why it cannot be taken. */
export interface Way {
  readonly side: Side;
  readonly label: string;
  readonly words: string;
  readonly blocked: string | null;
}

const plain: Readonly<Record<Side, { label: string; words: string }>> = {
  theirs: { label: 'Take theirs', words: '' },
  yours: { label: 'Keep yours', words: '' },
  written: { label: 'Write it', words: '' },
};

type Words = Partial<
  Readonly<Record<Side, { readonly label: string; readonly words: string; readonly blocked?: string }>>
>;

/** Conflicts about more than the words of one field: what each answer does. */
const structural: Readonly<Record<string, Words>> = {
  'edit-delete': {
    theirs: { label: 'Leave it removed', words: 'Your edit of it is taken out of this change request.' },
    yours: { label: 'Bring it back', words: 'It returns to the plan as you edited it.' },
  },
  'delete-edit': {
    theirs: { label: 'Keep it', words: 'It stays in the plan as they edited it; your removal is taken out.' },
    yours: { label: 'Remove it all the same', words: 'What they edited is removed with it.' },
  },
  'both-created': {
    theirs: { label: 'Take theirs', words: 'Yours is taken out of this change request.' },
    yours: { label: 'Keep yours', words: 'Yours replaces what they created.' },
  },
  'name-taken': {
    theirs: { label: 'Give way', words: 'A rename goes back to the name the plan has; a new item is taken out.' },
    yours: { label: 'Keep the name', words: '', blocked: 'Two items cannot bear one name.' },
    written: { label: 'Write another name', words: 'Your item stays, under this name.' },
  },
  'reference-removed': {
    theirs: { label: 'Drop the reference', words: 'Your item stays and no longer points at what was removed.' },
    yours: { label: 'Bring it back', words: 'What was removed returns to the plan with this change request.' },
  },
  'removed-in-use': {
    theirs: { label: 'Keep it', words: 'Your removal is taken out of this change request.' },
    yours: { label: 'Remove it all the same', words: '', blocked: 'What uses it has to let go of it first.' },
  },
  'source-of-truth': {
    theirs: {
      label: 'Leave the source of truth open',
      words: 'The event then says of no source that its count is right.',
    },
    yours: { label: 'Add the source again', words: 'The source sends the event again, and its count is right.' },
  },
};

/** The ways to settle a conflict, in the order of their keys. */
export function waysOf(conflict: Pick<ConflictView, 'kind' | 'writable'>): Way[] {
  const own = structural[conflict.kind] ?? {};
  const sides: Side[] = conflict.writable ? ['theirs', 'yours', 'written'] : ['theirs', 'yours'];
  return sides.map((side) => {
    const { label, words, blocked } = { blocked: null, ...plain[side], ...own[side] };
    return { side, label, words, blocked };
  });
}

/** Whether a conflict is settled: a side is taken that can be, or something was written. */
export function isDecided(conflict: ConflictView, decisions: Decisions): boolean {
  const decision = decisions[conflict.key];
  if (!decision || !waysOf(conflict).some((way) => way.side === decision.take && way.blocked === null)) return false;
  return decision.take !== 'written' || decision.text.trim() !== '';
}

/** The answers as the API takes them. */
export function choicesOf(conflicts: readonly ConflictView[], decisions: Decisions) {
  return conflicts.flatMap((conflict) => {
    const decision = decisions[conflict.key];
    if (!decision || !isDecided(conflict, decisions)) return [];
    return [
      decision.take === 'written'
        ? { key: conflict.key, take: decision.take, value: decision.text.trim() }
        : { key: conflict.key, take: decision.take },
    ];
  });
}

/** Whether a stored value is what was decided earlier. */
export function isDecisions(value: unknown): value is Decisions {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (one: unknown) =>
        typeof one === 'object' &&
        one !== null &&
        'take' in one &&
        (one.take === 'theirs' || one.take === 'yours' || one.take === 'written') &&
        'text' in one &&
        typeof one.text === 'string',
    )
  );
}

/** Where the decisions on a request are kept: one place for each release it is moved onto. */
export function decisionsKey(place: { workspace: string; plan: string }, number: number, headRelease: number): string {
  return `waymark.conflicts.${place.workspace}/${place.plan}.${number}.${headRelease}`;
}
