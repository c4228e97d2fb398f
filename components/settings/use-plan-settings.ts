'use client';
import { useState } from 'react';
import { hasCode, wordsFor } from '@/lib/client/http';
import { sameJson } from '@/lib/kit/canonical';

/** Settings of a plan as they are stored, and the version of the plan they were read at. */
export interface Stored<T> {
  readonly value: T;
  readonly lockVersion: number;
}

type State<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'conflict'; readonly theirs: Stored<T> };

/**
 * A draft of settings and its way to the server. Somebody else's save of the same settings is never overwritten unasked;
 * a save of other settings of the plan, which share its version, is passed over.
 */
export function usePlanSettings<T>(
  stored: Stored<T>,
  save: (value: T, ifMatch: number) => Promise<Stored<T>>,
  readAgain: () => Promise<Stored<T> | undefined>,
) {
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(stored.value);
  const [state, setState] = useState<State<T>>({ kind: 'idle' });
  const isDirty = !sameJson(draft, base.value);
  const take = (next: Stored<T>) => {
    setBase(next);
    setDraft(next.value);
  };
  if (stored.lockVersion > base.lockVersion && !isDirty && state.kind !== 'saving') take(stored);
  const send = async (ifMatch: number): Promise<void> => {
    setState({ kind: 'saving' });
    try {
      const saved = await save(draft, ifMatch);
      setBase(saved);
      // What was changed while it was on its way stays, still to be saved.
      setDraft((now) => (sameJson(now, draft) ? saved.value : now));
      setState({ kind: 'saved' });
    } catch (error) {
      const theirs = hasCode(error, 'plan.stale') ? await readAgain().catch(() => undefined) : undefined;
      if (!theirs) setState({ kind: 'failed', words: wordsFor(error) });
      else if (sameJson(theirs.value, base.value)) await send(theirs.lockVersion);
      else setState({ kind: 'conflict', theirs });
    }
  };
  return {
    draft,
    change: (next: T) => {
      setDraft(next);
      if (state.kind === 'saved' || state.kind === 'failed') setState({ kind: 'idle' });
    },
    isDirty,
    isPending: state.kind === 'saving',
    isSaved: state.kind === 'saved',
    problem: state.kind === 'failed' ? state.words : undefined,
    submit: () => send(base.lockVersion),
    conflict:
      state.kind === 'conflict'
        ? {
            takeTheirs: () => {
              take(state.theirs);
              setState({ kind: 'idle' });
            },
            saveMine: () => send(state.theirs.lockVersion),
          }
        : undefined,
  };
}

export type PlanSettings<T> = ReturnType<typeof usePlanSettings<T>>;
