import type { Scalar } from '@/lib/domain/plan/parts';
import { alternatives, type PropertyType } from '@/lib/domain/plan/property-type';

/** A value as typed, read as the property's type says; text where that does not fit. */
export function scalarFrom(text: string, type: PropertyType | null): Scalar {
  const typed = text.trim();
  const kinds = new Set(
    (type ? alternatives(type) : []).map((one) => (one.type === 'array' ? one.items.type : one.type)),
  );
  if (kinds.has('boolean') && (typed === 'true' || typed === 'false')) return typed === 'true';
  if ((kinds.has('integer') || kinds.has('number')) && typed !== '' && Number.isFinite(Number(typed)))
    return Number(typed);
  return text;
}

/** A number as typed: `null` for nothing, undefined for what is none. */
export function numberFrom(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const value = Number(typed);
  return Number.isFinite(value) ? value : undefined;
}

/** JSON as typed: its value, or the sentence that says what is wrong. */
export function jsonFrom(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
}
