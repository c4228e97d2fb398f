'use client';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { ChangeRow } from '@/lib/contracts/change-requests';
import type { Cursor } from './review-rows';

/** Where the reader stands and what they filter by, as the address says: `?item=…&field=…&loud=true&since=true`. */
export function useReviewCursor(changes: readonly ChangeRow[]) {
  const [state, setState] = useQueryStates(
    {
      ...{ item: parseAsString, field: parseAsString },
      ...{ loud: parseAsBoolean.withDefault(false), since: parseAsBoolean.withDefault(false) },
    },
    { history: 'replace', shallow: true, scroll: false },
  );
  const { item, field, loud, since } = state;
  const cursor = useMemo((): Cursor | null => {
    const change = changes.find((one) => one.itemId === item);
    if (!change) return null;
    const isKnown = change.fields.some((one) => one.field === field);
    return { itemId: change.itemId, field: isKnown ? field : null };
  }, [changes, item, field]);
  const setCursor = useCallback(
    (next: Cursor | null) => void setState({ item: next?.itemId ?? null, field: next?.field ?? null }),
    [setState],
  );
  const setLoud = useCallback((on: boolean) => void setState({ loud: on || null }), [setState]);
  const setSince = useCallback((on: boolean) => void setState({ since: on || null }), [setState]);
  return { cursor, setCursor, loud, setLoud, since, setSince };
}
