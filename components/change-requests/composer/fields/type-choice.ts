import type { PropertyType } from '@/lib/domain/plan/property-type';

/** Kinds of types one can choose, in the words of the form. */
export const typeChoices = [
  { value: 'any', label: 'Not stated' },
  { value: 'string', label: 'Text' },
  { value: 'integer', label: 'Whole number' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'True or false' },
  { value: 'timestamp', label: 'Moment in time' },
  { value: 'date', label: 'Date' },
  { value: 'array', label: 'List of …' },
  { value: 'object', label: 'Object with fields' },
  { value: 'union', label: 'One of several types' },
] as const;
export type TypeChoice = (typeof typeChoices)[number]['value'];

/** The choice a type falls under; `null` alone counts as not stated. */
export function chosenType(type: PropertyType): TypeChoice {
  return type.type === 'null' ? 'any' : type.type;
}

/** The type for a choice, keeping what it can of the one before: a list of it, or it as one of several. */
export function typeOfChoice(choice: TypeChoice, before: PropertyType): PropertyType {
  if (chosenType(before) === choice) return before;
  const single: PropertyType = before.type === 'any' || before.type === 'null' ? { type: 'string' } : before;
  switch (choice) {
    case 'array':
      return { type: 'array', items: before.type === 'union' ? { type: 'string' } : single };
    case 'object':
      return { type: 'object', open: false, fields: [] };
    case 'union':
      return { type: 'union', of: [single, single.type === 'string' ? { type: 'number' } : { type: 'string' }] };
    default:
      return { type: choice };
  }
}
