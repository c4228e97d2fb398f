/** What can be wrong with a plan's health, in the order in which it is shown. */
export const healthKinds = [
  'over-tracking',
  'no-owner',
  'no-meaning',
  'no-consumer',
  'review-overdue',
  'undeclared-class',
  'near-duplicate',
  'unused-property',
  'conventions',
] as const;
export type HealthKind = (typeof healthKinds)[number];

/** How each kind is called, and why it matters. */
export const healthWords: Record<HealthKind, { readonly label: string; readonly why: string }> = {
  'over-tracking': {
    label: 'Events nobody reads',
    why: 'No consumer depends on them and no destination in use receives them. They cost code, bandwidth and attention.',
  },
  'no-owner': { label: 'Without an owner', why: 'Nobody answers for what it means, so nobody keeps it true.' },
  'no-meaning': { label: 'Without a meaning', why: 'Whoever reads the number has to guess what it counts.' },
  'no-consumer': {
    label: 'Events no consumer is named for',
    why: 'They are sent somewhere, but nobody said what depends on them, so nobody is told when they change.',
  },
  'review-overdue': {
    label: 'Past their review date',
    why: 'Somebody asked to look again by that day, and nobody has.',
  },
  'undeclared-class': {
    label: 'Properties with an undeclared data class',
    why: 'Nobody said whether they hold personal data, so they can neither be protected nor deleted on request.',
  },
  'near-duplicate': { label: 'Nearly the same name', why: 'Two names for one thing split its numbers.' },
  'unused-property': { label: 'Properties used nowhere', why: 'No event, group or consumer uses them.' },
  conventions: { label: 'Against the naming conventions', why: 'Names written in different ways are hard to find.' },
};
