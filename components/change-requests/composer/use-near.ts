'use client';
import { useDeferredValue, useMemo } from 'react';
import type { SearchDocument } from '@/lib/contracts/search';
import { closeNames, likenessInWords } from '@/lib/domain/conventions/near-duplicates-of';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { useForm } from './form-context';

export interface NearItem {
  readonly document: SearchDocument;
  readonly words: string;
}

const mostShown = 3;

/** Items called nearly as what is being typed, found in this browser so that they are there with the next key. */
export function useNear(kind: ItemKind, typed: string, without: ReadonlySet<string>): NearItem[] {
  const { documents } = useForm();
  const name = useDeferredValue(typed.trim());
  const candidates = useMemo(
    () => documents.filter((one) => one.kind === kind && one.lifecycle !== 'retired' && !without.has(one.id)),
    [documents, kind, without],
  );
  return useMemo(
    () =>
      closeNames(name, candidates, (one) => one.name, mostShown).map(({ one, likeness }) => ({
        document: one,
        words: likenessInWords(likeness),
      })),
    [name, candidates],
  );
}
