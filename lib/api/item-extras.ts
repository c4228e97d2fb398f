import {
  confusionsSchema,
  consumerChangesSchema,
  destinationLimitsSchema,
  sourceCodeSchema,
} from '@/lib/contracts/item-extras';
import { atSchema } from '@/lib/contracts/items';
import { readConfusions } from '@/lib/features/items/read-confusions';
import { readConsumerChanges } from '@/lib/features/items/read-consumer-changes';
import { readDestinationLimits } from '@/lib/features/items/read-destination-limits';
import { readSourceCode } from '@/lib/features/items/read-source-code';
import { get, type Route } from './route';

/** What the page of an item tells beside the item, by its kind. */
export const itemExtraRoutes: readonly Route[] = [
  get('/plans/{plan}/items/{item}/confusions', {
    summary: 'Compare an event with those it is easily taken for',
    action: 'item.read',
    query: atSchema,
    result: confusionsSchema,
    run: readConfusions,
  }),
  get('/plans/{plan}/items/{item}/code', {
    summary: 'List what must be in the code of a source, with the latest change it must follow',
    action: 'item.read',
    query: atSchema,
    result: sourceCodeSchema,
    run: readSourceCode,
  }),
  get('/plans/{plan}/items/{item}/limits', {
    summary: 'Check what is sent to a destination against its limits',
    action: 'item.read',
    query: atSchema,
    result: destinationLimitsSchema,
    run: readDestinationLimits,
  }),
  get('/plans/{plan}/items/{item}/changes', {
    summary: 'Tell what changed under a consumer since it was last acknowledged',
    action: 'item.read',
    query: atSchema,
    result: consumerChangesSchema,
    run: readConsumerChanges,
  }),
];
