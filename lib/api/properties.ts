import { changeRequestViewSchema } from '@/lib/contracts/change-requests';
import { atSchema } from '@/lib/contracts/items';
import {
  propertyVariantsSchema,
  unificationQuerySchema,
  unificationSchema,
  unifySchema,
} from '@/lib/contracts/properties';
import { previewUnification, unifyProperties } from '@/lib/features/change-requests/unify-properties';
import { readVariants } from '@/lib/features/properties/read-variants';
import { get, post, type Route } from './route';

/** Properties that may be one, and making them one. */
export const propertyRoutes: readonly Route[] = [
  get('/plans/{plan}/items/{item}/variants', {
    summary: 'List properties that may be the same as one, and in what they contradict it',
    action: 'item.read',
    query: atSchema,
    result: propertyVariantsSchema,
    run: readVariants,
  }),
  get('/plans/{plan}/unification', {
    summary: 'Show what would change if properties became one',
    action: 'item.read',
    query: unificationQuerySchema,
    result: unificationSchema,
    run: previewUnification,
  }),
  post('/plans/{plan}/unification', {
    summary: 'Propose that properties become one, wherever they are used',
    action: 'property.unify',
    body: unifySchema,
    result: changeRequestViewSchema,
    status: 201,
    run: unifyProperties,
  }),
];
