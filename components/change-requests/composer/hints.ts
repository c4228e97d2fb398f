/** What belongs into a field, where its label does not say it. */
export const hints: Readonly<Record<string, string>> = {
  meaning: 'One plain sentence: what happened in the world.',
  firesWhen: 'The exact moment.',
  doesNotCount: 'The near misses.',
  purpose: 'The question or decision it serves.',
  namespace: 'Only where a bare name is not unique: a vendor, a category.',
  sourceOfTruth: 'Whose count is right when several sources fire it.',
  reviewBy: 'When somebody should look whether this still holds.',
  extras: 'Facts of other formats that have no field here.',
};
