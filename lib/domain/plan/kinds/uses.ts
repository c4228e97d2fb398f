import type { PropertyUse } from '../property-use';
import type { Reference } from './define';

/** The properties and sources that property uses point at. */
export function referencesOfUses(uses: readonly PropertyUse[]): Reference[] {
  return uses.flatMap((use) => [
    { field: 'properties', itemId: use.propertyId, kind: 'property' as const },
    ...use.perSource.map((difference) => ({
      field: 'properties',
      itemId: difference.sourceId,
      kind: 'source' as const,
    })),
  ]);
}
