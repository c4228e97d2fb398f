import type { Result } from './result';

/** The value of what has to succeed here; anything else is a bug, and is thrown with its code. */
export function must<T>(result: Result<T, { readonly code: string }>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error).slice(0, 500));
}
