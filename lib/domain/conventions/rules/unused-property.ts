import { referrers } from '../../plan/references';
import type { ConventionRule } from '../finding';

export const unusedProperty: ConventionRule = {
  id: 'unused-property',
  label: 'Properties are used',
  check: (item, { snapshot }) => {
    if (item.kind !== 'property' || item.content.scope !== 'event' || item.content.lifecycle.state === 'retired')
      return undefined;
    for (const id of referrers(snapshot).get(item.id) ?? []) {
      const kind = snapshot.items.get(id)?.kind;
      if (kind === 'event' || kind === 'property-group') return undefined;
    }
    return { words: 'No event and no group uses it.' };
  },
};
