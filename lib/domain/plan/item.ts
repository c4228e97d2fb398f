import type { ConsumerContent } from './kinds/consumer-content';
import type { ItemKind } from './kinds/define';
import type { DestinationContent } from './kinds/destination-content';
import type { EventContent } from './kinds/event-content';
import type { PropertyContent } from './kinds/property-content';
import type { PropertyGroupContent } from './kinds/property-group-content';
import type { SourceContent } from './kinds/source-content';

export interface ContentByKind {
  event: EventContent;
  property: PropertyContent;
  'property-group': PropertyGroupContent;
  source: SourceContent;
  destination: DestinationContent;
  consumer: ConsumerContent;
}

/** The state of one item: identity, name and content. */
export type Item<K extends ItemKind = ItemKind> = {
  [Kind in K]: {
    readonly id: string;
    readonly kind: Kind;
    readonly namespace: string | null;
    readonly name: string;
    readonly content: ContentByKind[Kind];
  };
}[K];

/** `MAJOR.MINOR.PATCH` of an item. */
export interface ItemVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** One immutable state of one item as a snapshot holds it. */
export type Revision<K extends ItemKind = ItemKind> = Item<K> & {
  readonly revisionId: string;
  readonly version: ItemVersion;
  readonly digest: string;
  /** The first release that holds it. */
  readonly fromRelease: number;
};

/** `namespace/name`, or the name alone: how an item is called in words and addresses. */
export function qualifiedName(item: { readonly namespace: string | null; readonly name: string }): string {
  return item.namespace === null ? item.name : `${item.namespace}/${item.name}`;
}

/** The value of a field of an item, name and namespace included. */
export function fieldValue(item: Item, key: string): unknown {
  if (key === 'name') return item.name;
  if (key === 'namespace') return item.namespace;
  return (item.content as Record<string, unknown>)[key];
}

/** The item with one field replaced; the content is not checked again. */
export function withField<I extends Item>(item: I, key: string, value: unknown): I {
  if (key === 'name' || key === 'namespace') return { ...item, [key]: value };
  return { ...item, content: { ...item.content, [key]: value } };
}

/** The version in its usual form, `2.0.1`. */
export function versionText(version: ItemVersion): string {
  return `${version.major}.${version.minor}.${version.patch}`;
}
