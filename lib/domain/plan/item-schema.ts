import * as z from 'zod';
import type { Item } from './item';
import { contents } from './kinds/contents';
import type { ItemKind } from './kinds/define';
import { itemIdSchema, itemNameSchema, namespaceSchema } from './parts';

const itemSchemaOf = <K extends ItemKind>(kind: K) =>
  z.strictObject({
    id: itemIdSchema,
    kind: z.literal(kind),
    namespace: namespaceSchema,
    name: itemNameSchema,
    content: contents[kind],
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
