import type { ItemKind } from '@/lib/domain/plan/kinds/define';

const hints: Readonly<Record<string, string>> = {
  'event.meaning': 'One plain sentence: what happened in the world.',
  'property.meaning': 'What the value stands for.',
  'property-group.meaning': 'What the properties have in common.',
  'source.meaning': 'Which code or system sends events.',
  'destination.meaning': 'Where events go, and what for.',
  'consumer.meaning': 'What somebody reads off it.',
  firesWhen: 'The exact moment.',
  doesNotCount: 'The near misses.',
  purpose: 'The question or decision it serves.',
  namespace: 'Only where a bare name is not unique: a vendor, a category.',
  sourceOfTruth: 'Whose count is right when several sources fire it.',
  reviewBy: 'When somebody should look whether this still holds.',
  extras: 'Facts of other formats that have no field here.',
};

/** What belongs into a field of a kind, where its label does not say it. */
export function hintOf(kind: ItemKind, key: string): string | undefined {
  return hints[`${kind}.${key}`] ?? hints[key];
}
