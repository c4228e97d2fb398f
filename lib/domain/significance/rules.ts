import type { ItemKind } from '../plan/kinds/define';
import {
  closingRules,
  decidesNumbers,
  harmless,
  identifies,
  lifecycle,
  lowerBound,
  pattern,
  readersOnly,
  says,
  sendersOnly,
  upperBound,
  wording,
} from './common-rules';
import { additive, breaking, together } from './effects';
import { isWiderFormat } from './formats';
import { groups, nameMapping, propertyUses } from './list-rules';
import type { KindRules } from './rule';
import { typeEffects } from './type-effects';

/** What each difference does, by kind and field. A new kind or field does not compile until it has a rule here. */
export const rules: { readonly [K in ItemKind]: KindRules<K> } = {
  event: {
    added: harmless,
    removed: identifies,
    fields: {
      ...closingRules,
      name: identifies,
      namespace: identifies,
      meaning: says,
      firesWhen: says,
      doesNotCount: says,
      sourceOfTruth: decidesNumbers,
      lifecycle,
      action: identifies,
      properties: propertyUses,
      groups,
      sources: { added: harmless, removed: identifies },
      destinations: { added: harmless, removed: readersOnly },
      purpose: wording,
      stage: wording,
      category: wording,
      examples: { added: wording, removed: wording, parts: { payload: wording } },
      screenshots: { added: wording, removed: wording, parts: { label: wording } },
    },
  },
  property: {
    added: harmless,
    removed: identifies,
    fields: {
      ...closingRules,
      name: identifies,
      namespace: identifies,
      meaning: says,
      unit: decidesNumbers,
      lifecycle,
      type: (before, after, at) => together(typeEffects(before, after, "'type'"), additive(at.sentence)),
      allowedValues: {
        // A first list forbids all other values; a list that is given up forbids nothing any more.
        whole: (_before, after, at) => (after === null ? additive(at.sentence) : breaking('senders', at.sentence)),
        added: harmless,
        removed: identifies,
        parts: { meaning: says },
      },
      pattern,
      minimum: lowerBound,
      maximum: upperBound,
      minLength: lowerBound,
      maxLength: upperBound,
      format: (before, after, at) => {
        if (after === null || (before !== null && isWiderFormat(before, after))) return additive(at.sentence);
        return breaking(before === null || isWiderFormat(after, before) ? 'senders' : 'both', at.sentence);
      },
      scope: identifies,
      dataClass: wording,
      examples: { added: wording, removed: wording },
    },
  },
  'property-group': {
    added: harmless,
    removed: identifies,
    // A group's name is not sent; it stands in the code that sends.
    fields: {
      ...closingRules,
      name: sendersOnly,
      namespace: sendersOnly,
      meaning: says,
      lifecycle,
      properties: propertyUses,
    },
  },
  source: {
    added: harmless,
    removed: identifies,
    fields: {
      ...closingRules,
      name: identifies,
      namespace: identifies,
      meaning: says,
      runtime: decidesNumbers,
      lifecycle,
      platform: wording,
    },
  },
  destination: {
    added: harmless,
    removed: readersOnly,
    fields: {
      ...closingRules,
      name: readersOnly,
      namespace: readersOnly,
      meaning: says,
      lifecycle,
      nameMapping,
      maxNameLength: upperBound,
      namePattern: pattern,
      maxPropertiesPerEvent: upperBound,
      service: wording,
    },
  },
  consumer: {
    added: harmless,
    // A consumer only reads: when it goes, nothing that others send or read changes.
    removed: harmless,
    fields: {
      ...closingRules,
      name: readersOnly,
      namespace: readersOnly,
      meaning: says,
      lifecycle,
      type: wording,
      uses: {
        added: harmless,
        removed: harmless,
        parts: { eventId: harmless, propertyId: harmless, value: harmless, outcome: harmless },
      },
      startsAt: wording,
      endsAt: wording,
    },
  },
};
