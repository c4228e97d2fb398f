import type { ContentByKind, Item, Revision } from '../plan/item';
import { qualifiedName } from '../plan/item';
import type { Owner } from '../plan/parts';
import type { PropertyUse } from '../plan/property-use';
import { joinList, scalarText } from './cells';
import type { ProfileColumn } from './columns';
import { typeText } from './type-text';
import { presenceText } from './words';

/** How ids are called in a spreadsheet. */
export interface CellNames {
  readonly owner: (owner: Owner) => string;
  readonly item: (id: string) => string;
}

/** The cells people read of an item. A cell that no longer says this was edited by hand. */
export function readableItem(item: Item, names: CellNames): Partial<Record<ProfileColumn, string>> {
  const { meaning, lifecycle, owner } = item.content;
  const common = { status: lifecycle.state, owner: owner ? names.owner(owner) : '' };
  switch (item.kind) {
    case 'event':
      return {
        ...common,
        event_name: item.name,
        event_description: meaning,
        event_trigger: item.content.firesWhen,
        category: item.content.category,
        sources: joinList(item.content.sources.map(names.item)),
      };
    case 'property':
      return {
        ...common,
        property_name: item.name,
        property_type: typeText(item.content.type),
        property_description: meaning,
        allowed_values: valuesText(item.content.allowedValues?.map((entry) => entry.value)),
      };
    default:
      return { ...common, event_description: meaning };
  }
}

/** The cells people read of a property use. */
export function readableUse(
  use: PropertyUse,
  property: Item<'property'> | Revision<'property'> | undefined,
): Partial<Record<ProfileColumn, string>> {
  const content: ContentByKind['property'] | undefined = property?.content;
  return {
    property_name: property?.name ?? use.propertyId,
    property_type: content ? typeText(content.type) : '',
    property_required: presenceText(use.presence),
    property_description: use.note || (content?.meaning ?? ''),
    allowed_values: valuesText(
      use.allowedValues ?? (use.pinned ? [use.pinned.value] : content?.allowedValues?.map((entry) => entry.value)),
    ),
  };
}

function valuesText(values: readonly (string | number | boolean)[] | undefined): string {
  return values ? joinList(values.map(scalarText)) : '';
}

/** The names of the items of a plan, and of owners where they are known. */
export function cellNames(items: ReadonlyMap<string, Item>, ownerNames: ReadonlyMap<string, string>): CellNames {
  return {
    owner: (owner) => ownerNames.get(owner.id) ?? owner.id,
    item: (id) => {
      const item = items.get(id);
      return item ? qualifiedName(item) : id;
    },
  };
}
