'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlanPlace } from '@/lib/client/items';
import type { Item } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { changedKeys, type Draft } from './draft';
import { draftKey, dropDraft, readDraft, restored, writeDraft } from './draft-store';

export interface DraftSubject {
  readonly number: number | null;
  readonly itemId: string | null;
  readonly kind: ItemKind;
}

type Saved = 'clean' | 'saving' | 'saved' | 'failed';

interface Past {
  readonly draft: Draft;
  /** What the step changed; the next change of the same thing joins it. */
  readonly what: string;
}

const autosaveMs = 1_000;

/** The form's state: kept in this browser a second after the last key, restored after a reload, undone step by step. */
export function useDraft(place: PlanPlace, subject: DraftSubject, loaded: Item | null, first: Draft) {
  const key = draftKey(place, subject);
  const [state, setState] = useState({ draft: first, before: loaded });
  const [saved, setSaved] = useState<Saved>('clean');
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const past = useRef<Past[]>([]);
  const future = useRef<Past[]>([]);
  const latest = useRef(state);
  latest.current = state;
  /** Something was written that is not kept yet. */
  const isDirty = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is read once, when the form arrives.
  useEffect(() => {
    const stored = readDraft(key);
    if (!stored) return;
    const next = restored(stored, loaded);
    if (changedKeys(subject.kind, next.before, next.draft).length === 0 && next.draft.reason === '') return;
    setState({ draft: next.draft, before: next.before });
    setRestoredAt(stored.savedAt);
    setSaved('saved');
  }, [key]);

  const save = useCallback(() => {
    const { draft, before } = latest.current;
    isDirty.current = false;
    setSaved(writeDraft(key, { version: 1, savedAt: new Date().toISOString(), before, draft }) ? 'saved' : 'failed');
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state of the form starts the wait again.
  useEffect(() => {
    if (saved !== 'saving') return undefined;
    const timer = setTimeout(save, autosaveMs);
    return () => clearTimeout(timer);
  }, [saved, state, save]);

  useEffect(
    () => () => {
      if (isDirty.current) save();
    },
    [save],
  );

  useEffect(() => {
    if (saved !== 'saving' && saved !== 'failed') return undefined;
    const leaving = (event: BeforeUnloadEvent) => {
      if (saved === 'saving') save();
      else event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [saved, save]);

  const change = useCallback((what: string, next: (draft: Draft) => Draft) => {
    const { draft } = latest.current;
    if (past.current.at(-1)?.what !== what) past.current.push({ draft, what });
    future.current = [];
    setState((before) => ({ ...before, draft: next(before.draft) }));
    isDirty.current = true;
    setSaved('saving');
  }, []);

  const acceptBefore = useCallback(
    (next: (before: Item) => Item) => setState((old) => ({ ...old, before: old.before && next(old.before) })),
    [],
  );

  const travel = (from: Past[], to: Past[]) => {
    const step = from.pop();
    if (!step) return false;
    to.push({ draft: latest.current.draft, what: step.what });
    setState((before) => ({ ...before, draft: step.draft }));
    isDirty.current = true;
    setSaved('saving');
    return true;
  };

  return {
    ...state,
    saved,
    restoredAt,
    change,
    save,
    undo: () => travel(past.current, future.current),
    redo: () => travel(future.current, past.current),
    /** Takes what somebody else wrote as the text this form was written from. */
    acceptBefore,
    /** Back to the item as it is. */
    discard: () => {
      dropDraft(key);
      isDirty.current = false;
      past.current = [];
      future.current = [];
      setState({ draft: first, before: loaded });
      setRestoredAt(null);
      setSaved('clean');
    },
    /** After it was sent: nothing is left to keep. */
    forget: () => {
      dropDraft(key);
      isDirty.current = false;
      setSaved('clean');
    },
  };
}

export type DraftForm = ReturnType<typeof useDraft>;
