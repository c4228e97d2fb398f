/** Why the database refused a row, with the name of what refused it. */
export interface Refusal {
  readonly code: 'unique' | 'foreign-key' | 'check' | 'overlap' | 'history' | 'gap';
  /** Constraint, or table for `history` and `gap`. */
  readonly by: string | undefined;
}

const codes: Record<string, Refusal['code']> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  '23P01': 'overlap',
  WM001: 'history',
  WM002: 'gap',
  P2002: 'unique',
  P2003: 'foreign-key',
};

/** What of ours a database error means, looked for through its causes; undefined for any other error. */
export function refusalOf(error: unknown, depth = 0): Refusal | undefined {
  if (typeof error !== 'object' || error === null || depth > 6) return undefined;
  const seen = error as Record<string, unknown>;
  const inner = [seen.cause, seen.meta, seen.driverAdapterError].map((cause) => refusalOf(cause, depth + 1));
  const found = inner.find((refusal) => refusal !== undefined);
  if (found?.by !== undefined) return found;
  const code = codes[String(seen.originalCode)] ?? codes[String(seen.code)] ?? found?.code;
  return code && { code, by: constraintIn(seen) };
}

function constraintIn(seen: Record<string, unknown>): string | undefined {
  const { constraint, originalMessage, message } = seen;
  if (typeof constraint === 'string') return constraint;
  if (typeof constraint === 'object' && constraint !== null) {
    const { index } = constraint as Record<string, unknown>;
    if (typeof index === 'string') return index;
  }
  const text = typeof originalMessage === 'string' ? originalMessage : typeof message === 'string' ? message : '';
  return /constraint "([^"]+)"|rows of (\w+) are history/u.exec(text)?.slice(1).find(Boolean);
}
