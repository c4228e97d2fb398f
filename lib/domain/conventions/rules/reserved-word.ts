import { foldName } from '../../../kit/fold';
import { itemsOfKind, type Snapshot } from '../../plan/snapshot';
import type { ConventionRule } from '../finding';
import { type ReservedNames, reservedBy } from '../reserved-names';

export const reservedWord: ConventionRule = {
  id: 'reserved-word',
  label: 'Names are free where the events go',
  check: (item, { snapshot, settings }) => {
    if (item.kind !== 'event' && item.kind !== 'property') return undefined;
    const name = item.name.toLowerCase();
    if (settings.reservedWords.some((word) => foldName(word) === foldName(item.name)))
      return { field: 'name', words: `The conventions of this plan keep the name ${item.name} free.` };
    for (const { label, reserved } of servicesOf(snapshot)) {
      const list = item.kind === 'event' ? reserved.events : reserved.properties;
      const prefix = reserved.prefixes.find((start) => name.startsWith(start));
      if (prefix !== undefined)
        return { field: 'name', words: `${label} keeps names that begin with ${prefix} for itself.` };
      if (list.has(name)) return { field: 'name', words: `${label} keeps the name ${item.name} for itself.` };
    }
    return undefined;
  },
};

function servicesOf(snapshot: Snapshot): readonly { label: string; reserved: ReservedNames }[] {
  const known = services.get(snapshot);
  if (known) return known;
  const found = itemsOfKind(snapshot, 'destination').flatMap((item) => {
    const reserved = reservedBy(`${item.content.service} ${item.name}`);
    return reserved ? [{ label: item.content.displayName || item.name, reserved }] : [];
  });
  services.set(snapshot, found);
  return found;
}

const services = new WeakMap<Snapshot, readonly { label: string; reserved: ReservedNames }[]>();
