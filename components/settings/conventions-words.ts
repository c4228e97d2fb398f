import { casings } from '@/lib/domain/conventions/casing';
import { type Grammar, grammars } from '@/lib/domain/conventions/grammar';
import type { Severity } from '@/lib/domain/conventions/settings';

const grammarWords: Record<Grammar, string> = {
  'object-action': 'Object first, then what happened to it: Order Completed',
  'verb-object': 'Verb first, then the object: complete order',
};

/** How a habit is said: a casing is written in itself. */
export function habitWords(habit: string | null): string {
  if (habit === null) return 'undecided so far';
  return habit in grammarWords ? grammarWords[habit as Grammar] : habit;
}

/** Choices of a way to write, with what most of the plan does now. */
export function habitChoices(of: 'casing' | 'grammar', majority: string | null | undefined) {
  const known = majority === undefined ? '' : `: ${habitWords(majority)}`;
  return [
    { value: 'majority', label: `As most of the plan${known}` },
    { value: 'any', label: 'Any' },
    ...(of === 'casing' ? casings : grammars).map((value) => ({ value, label: habitWords(value) })),
  ];
}

/** How loud a rule can be. */
export const severityChoices: readonly { readonly value: Severity; readonly label: string }[] = [
  { value: 'error', label: 'Error' },
  { value: 'warning', label: 'Warning' },
  { value: 'hint', label: 'Hint' },
  { value: 'off', label: 'Off' },
];

/** Words as one types them, one a line; each once, in their order. */
export function wordsOfLines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '').slice(0, 500);
}
