import type { ConventionRule } from './finding';
import { duplicateName } from './rules/duplicate-name';
import { eventCasing } from './rules/event-casing';
import { grammar } from './rules/grammar';
import { meaningRepeatsName } from './rules/meaning-repeats-name';
import { missingMeaning } from './rules/missing-meaning';
import { missingOwner } from './rules/missing-owner';
import { nearDuplicate } from './rules/near-duplicate';
import { propertyCasing } from './rules/property-casing';
import { reservedWord } from './rules/reserved-word';
import { unusedProperty } from './rules/unused-property';

/** Every convention; a new one is one file, one id in the settings and one line here. */
export const conventionRules: readonly ConventionRule[] = [
  eventCasing,
  propertyCasing,
  grammar,
  duplicateName,
  nearDuplicate,
  missingMeaning,
  meaningRepeatsName,
  missingOwner,
  unusedProperty,
  reservedWord,
];
