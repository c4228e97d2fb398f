import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { RolloutCellView, setRolloutSchema } from '@/lib/contracts/rollout';
import { api } from './http';
import { type PlanPlace, planPath } from './items';

const contract = () => import('@/lib/contracts/rollout');

type Setting = z.input<typeof setRolloutSchema>['set'][number];

/** Everything read about a plan's rollouts. */
export function rolloutKey(place: PlanPlace) {
  return ['rollout', place.workspace, place.plan] as const;
}

/** The table of a release. */
export function rolloutOptions(place: PlanPlace, release: number) {
  return queryOptions({
    queryKey: [...rolloutKey(place), release],
    queryFn: ({ signal }) =>
      api(`${planPath(place)}/releases/${release}/rollout`, {
        schema: async () => (await contract()).rolloutViewSchema,
        signal,
      }),
  });
}

/** Sets how far one change has come in one source; what was read is named, so that nobody is overwritten unseen. */
export function useSetRollout(place: PlanPlace, release: number) {
  const client = useQueryClient();
  const { queryKey } = rolloutOptions(place, release);
  return useMutation({
    mutationFn: (setting: Setting) =>
      api(`${planPath(place)}/releases/${release}/rollout`, {
        method: 'PUT',
        body: { set: [setting] },
        schema: async () => (await contract()).rolloutViewSchema,
      }),
    onSuccess: (view) => client.setQueryData(queryKey, view),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** What sending a cell again takes, for an undo. */
export function settingOf({ itemId, sourceId, state, version, releasedOn, seenOn, note }: RolloutCellView): Setting {
  return { itemId, sourceId, state, version, releasedOn, seenOn, note };
}
