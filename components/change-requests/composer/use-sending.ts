'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { startEditing } from '@/components/shared/editing';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { notify } from '@/components/ui/toast';
import { ApiError, wordsFor } from '@/lib/client/http';
import { newProgress, type ProposedClaim, usePropose } from '@/lib/client/propose';
import { withField } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { withValue } from './draft';
import { clashesIn, focusField, serverErrors, without } from './problems';
import { hasAnything, newItemId, type SubmissionInput, submissionOf } from './submission';
import type { DraftForm } from './use-draft';

interface SendingInput {
  readonly planId: string;
  readonly kind: ItemKind;
  readonly number: number | null;
  readonly form: DraftForm;
  readonly claims: readonly ProposedClaim[];
  readonly problems: Readonly<Record<string, string>>;
}

/** Sends the form, and holds what came back: errors by field, texts that somebody else changed meanwhile. */
export function useSending({ planId, kind, number, form, claims, problems }: SendingInput) {
  const plan = usePlan();
  const router = useRouter();
  const propose = usePropose(plan);
  const progress = useRef(newProgress());
  const ownId = useRef(newItemId(kind));
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [clashes, setClashes] = useState<Readonly<Record<string, { readonly value: unknown }>>>({});
  const [banner, setBanner] = useState<{ words: string; requestId: string | undefined } | null>(null);
  const { acceptBefore, change } = form;

  const send = (submit: boolean) => {
    if (propose.isPending) return;
    setTried(true);
    setBanner(null);
    const wrong = ['name', ...Object.keys(problems)].find((key) => problems[key]);
    if (wrong) {
      announce(problems[wrong] ?? '', 'assertive');
      return focusField(wrong);
    }
    const [clash] = Object.keys(clashes);
    if (clash) return focusField(clash);
    const { before, draft } = form;
    const input: SubmissionInput = {
      kind,
      before,
      draft,
      number,
      submit,
      loadedClaims: claims,
      newItemId: ownId.current,
    };
    if (!hasAnything(input)) return setBanner({ words: 'Nothing is changed yet.', requestId: undefined });
    propose.mutate(
      { proposal: submissionOf(input), progress: progress.current },
      {
        onSuccess: (done) => {
          form.forget();
          if (number === null && !submit) startEditing(planId, done.number);
          notify(sentWords(number !== null, submit, done.number));
          router.push(planHref(plan, `change-requests/${done.number}${done.itemId ? `?item=${done.itemId}` : ''}`));
        },
        onError: (error) => {
          form.save();
          const moved = clashesIn(error);
          const fields = serverErrors(error);
          setClashes(moved);
          setRefused(fields);
          // A clash is told at its field, with both texts.
          if (Object.keys(moved).length === 0)
            setBanner({
              words: `${wordsFor(error)} What you wrote is kept.`,
              requestId: error instanceof ApiError ? error.requestId : undefined,
            });
          const [place] = Object.keys({ ...moved, ...fields });
          if (place) focusField(place);
        },
      },
    );
  };
  const takeSide = useCallback(
    (key: string, take: 'mine' | 'theirs') => {
      const theirs = clashes[key];
      if (!theirs) return;
      acceptBefore((old) => withField(old, key, theirs.value));
      if (take === 'theirs') change(`theirs ${key}`, (old) => withValue(old, key, theirs.value));
      setClashes((old) => without(old, key));
      setBanner(null);
      focusField(key);
    },
    [clashes, acceptBefore, change],
  );
  const noteEdit = useCallback((key: string) => setRefused((old) => without(old, key)), []);
  return { send, isPending: propose.isPending, isTried, refused, clashes, banner, takeSide, noteEdit };
}

function sentWords(isPart: boolean, submit: boolean, number: number): string {
  if (isPart) return `Added to #${number}`;
  return submit ? `#${number} is in review` : `#${number} is a draft; further edits go into it`;
}
