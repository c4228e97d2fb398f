import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { ApiError, wordsFor } from './http';

/**
 * Puts each complaint of the API beside its field and focuses the first; what belongs to no field of the form is
 * returned as words to show above it.
 */
export function showProblem<T extends FieldValues>(
  error: unknown,
  fields: readonly FieldPath<T>[],
  setError: UseFormSetError<T>,
): string | undefined {
  if (!(error instanceof ApiError)) return wordsFor(error);
  const elsewhere: string[] = [];
  let isFirst = true;
  for (const [path, message] of Object.entries(error.fieldErrors)) {
    const field = fields.find((name) => name === path);
    if (field) setError(field, { message }, { shouldFocus: isFirst });
    else elsewhere.push(`${path}: ${message}`);
    isFirst = false;
  }
  if (Object.keys(error.fieldErrors).length === 0) return wordsFor(error);
  return elsewhere.length > 0 ? elsewhere.join('. ') : undefined;
}
