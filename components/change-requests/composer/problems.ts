import { ApiError, hasCode } from '@/lib/client/http';
import { fieldOfPath } from './draft';

/** Errors of the API by field of the form. */
export function serverErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(Object.entries(error.fieldErrors).map(([path, message]) => [fieldOfPath(path), message]));
}

/** Fields that somebody else changed meanwhile, with what they say now. */
export function clashesIn(error: unknown): Record<string, { value: unknown }> {
  if (!hasCode(error, 'change.field-moved')) return {};
  const { fields } = error.problem as { fields?: unknown };
  if (!Array.isArray(fields)) return {};
  return Object.fromEntries(
    fields.flatMap((one: unknown) =>
      typeof one === 'object' && one !== null && 'field' in one && typeof one.field === 'string' && 'theirs' in one
        ? [[one.field, { value: one.theirs }]]
        : [],
    ),
  );
}

/** A record without one of its keys; the same one when it does not have it. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}

/** Brings the editor of a field into view and focuses it, once it is on screen. Browser only. */
export function focusField(key: string): void {
  requestAnimationFrame(() => {
    const place = document.querySelector(`[data-field="${CSS.escape(key)}"]`);
    const control = place?.querySelector<HTMLElement>('input, textarea, button');
    control?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'center' });
  });
}
