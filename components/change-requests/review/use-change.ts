'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { changeOptions, changeRequestKeys } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRow } from '@/lib/contracts/change-requests';

/** The diff of one change, asked for anew when the change, what it stands on, or its class becomes another. */
export function useChange(place: PlanPlace, number: number, change: ChangeRow) {
  const client = useQueryClient();
  const { workspace, plan } = place;
  const { itemId } = change;
  const around = `${change.baseDigest} ${change.significances.join()} ${change.breaks.senders} ${change.breaks.readers}`;
  const seen = useRef(around);
  useEffect(() => {
    if (seen.current === around) return;
    seen.current = around;
    void client.invalidateQueries({ queryKey: changeRequestKeys.change({ workspace, plan }, number, itemId) });
  }, [around, client, workspace, plan, number, itemId]);
  return useQuery(changeOptions(place, number, itemId, change.digest));
}

export type ChangeQuery = ReturnType<typeof useChange>;
