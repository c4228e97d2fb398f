import * as z from 'zod';
import type { ConsumerContent } from './kinds/consumer';
import { type ItemKind, itemKinds } from './kinds/define';
import type { DestinationContent } from './kinds/destination';
import type { EventContent } from './kinds/event';
import { kinds } from './kinds/list';
import type { PropertyContent } from './kinds/property';
import type { PropertyGroupContent } from './kinds/property-group';
import type { SourceContent } from './kinds/source';
import { itemIdSchema, itemNameSchema, namespaceSchema } from './parts';

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

const itemSchemaOf = <K extends ItemKind>(kind: K) =>
  z.strictObject({
    id: itemIdSchema,
    kind: z.literal(kind),
    namespace: namespaceSchema,
    name: itemNameSchema,
    content: kinds[kind].content,
  });

/** Any item, its content checked and completed by its kind's schema. */
export const itemSchema = z.discriminatedUnion('kind', [
  itemSchemaOf('event'),
  itemSchemaOf('property'),
  itemSchemaOf('property-group'),
  itemSchemaOf('source'),
  itemSchemaOf('destination'),
  itemSchemaOf('consumer'),
]) as unknown as z.ZodType<Item>;

export const itemKindSchema = z.enum(itemKinds);

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
