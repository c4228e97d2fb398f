import { qualifiedName } from './item';
import { referencesOf } from './references';
import { nameKey, type Snapshot } from './snapshot';

/** What no plan may contain; each names the item and the field. */
export type Breach =
  | { readonly code: 'item.name-taken'; readonly itemId: string; readonly name: string; readonly otherId: string }
  | {
      readonly code: 'item.reference-missing';
      readonly itemId: string;
      readonly name: string;
      readonly field: string;
      readonly missingId: string;
    }
  | {
      readonly code: 'item.reference-kind';
      readonly itemId: string;
      readonly name: string;
      readonly field: string;
      readonly otherId: string;
    }
  | {
      readonly code: 'item.source-of-truth';
      readonly itemId: string;
      readonly name: string;
      readonly field: 'sourceOfTruth';
      readonly otherId: string;
    };

/** Every breach of the rules that hold in each release; only items in `among` are examined when it is given. */
export function breachesOf(snapshot: Snapshot, among?: ReadonlySet<string>): Breach[] {
  const breaches: Breach[] = [];
  const owners = new Map<string, string>();
  for (const item of snapshot.items.values()) {
    const key = nameKey(item);
    const other = owners.get(key);
    if (other === undefined) owners.set(key, item.id);
    else if (!among || among.has(item.id) || among.has(other)) {
      breaches.push({ code: 'item.name-taken', itemId: item.id, name: qualifiedName(item), otherId: other });
    }
  }
  for (const item of snapshot.items.values()) {
    if (among && !among.has(item.id)) continue;
    const name = qualifiedName(item);
    for (const reference of referencesOf(item)) {
      const target = snapshot.items.get(reference.itemId);
      if (!target)
        breaches.push({
          code: 'item.reference-missing',
          itemId: item.id,
          name,
          field: reference.field,
          missingId: reference.itemId,
        });
      else if (reference.kind && target.kind !== reference.kind) {
        breaches.push({
          code: 'item.reference-kind',
          itemId: item.id,
          name,
          field: reference.field,
          otherId: reference.itemId,
        });
      }
    }
    if (item.kind === 'event') {
      const truth = item.content.sourceOfTruth;
      if (truth !== null && !item.content.sources.includes(truth)) {
        breaches.push({ code: 'item.source-of-truth', itemId: item.id, name, field: 'sourceOfTruth', otherId: truth });
      }
    }
  }
  return breaches;
}
