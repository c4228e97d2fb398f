import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeOptions } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeView } from '@/lib/contracts/change-requests';

/** Puts diffs that came with the page where the cards look for theirs, before the first of them is drawn. */
export function useReadChanges(place: PlanPlace, number: number, diffs: readonly ChangeView[]): void {
  const client = useQueryClient();
  useState(() => {
    for (const diff of diffs) {
      const { queryKey } = changeOptions(place, number, diff.itemId, diff.digest);
      if (client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, diff);
    }
  });
}
