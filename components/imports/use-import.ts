'use client';
import { useMutationState, useSuspenseQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { importOptions, useUpdateMapping } from '@/lib/client/imports';
import type { PlanPlace } from '@/lib/client/items';
import type { ImportView } from '@/lib/contracts/imports';
import type { Mapping } from '@/lib/domain/transfer/mapping';

export const importSteps = ['map', 'check', 'preview'] as const;
export type ImportStep = (typeof importSteps)[number];

/** The step that the address names. */
export function useImportStep() {
  return useQueryState('step', parseAsStringLiteral(importSteps).withDefault('map').withOptions({ history: 'push' }));
}

/** A staged import with its mapping at hand, and the way to change it. */
export interface StagedImport {
  readonly view: ImportView;
  readonly mapping: Mapping;
  readonly isChecking: boolean;
  readonly error: Error | null;
  readonly change: (patch: Partial<Mapping>) => void;
}

/** An import as the server holds it. */
export function useImport(place: PlanPlace, id: string): ImportView {
  return useSuspenseQuery(importOptions(place, id)).data;
}

/** The import while it can still be changed; nothing once it is finished. */
export function useStaged(place: PlanPlace, view: ImportView): StagedImport | null {
  const update = useUpdateMapping(place, view.id);
  const pending = useMutationState({
    filters: { status: 'pending', predicate: ({ options }) => options.scope?.id === `import-${view.id}` },
  });
  const { mapping } = view;
  if (view.status !== 'staged' || !mapping) return null;
  return {
    view,
    mapping,
    isChecking: pending.length > 0,
    error: update.error,
    change: (patch) => update.mutate({ ...mapping, ...patch }),
  };
}
