import { consumerContentSchema } from './consumer-content';
import { destinationContentSchema } from './destination-content';
import { eventContentSchema } from './event-content';
import { propertyContentSchema } from './property-content';
import { propertyGroupContentSchema } from './property-group-content';
import { sourceContentSchema } from './source-content';

/** What an item of each kind says beside its name: checked and completed. Apart from the kinds, which pages know without it. */
export const contents = {
  event: eventContentSchema,
  property: propertyContentSchema,
  'property-group': propertyGroupContentSchema,
  source: sourceContentSchema,
  destination: destinationContentSchema,
  consumer: consumerContentSchema,
} as const;
