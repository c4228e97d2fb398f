import type { Lifecycle } from '../plan/parts';
import type { Presence } from '../plan/property-use';

/** A presence in one cell. */
export function presenceText(presence: Presence): string {
  switch (presence.kind) {
    case 'always':
      return 'true';
    case 'sometimes':
      return 'false';
    case 'never':
      return 'never';
    case 'when':
      return `when ${presence.condition}`;
  }
}

const presences = new Map<string, 'always' | 'sometimes' | 'never'>([
  ...['true', 'yes', 'y', '1', 'x', 'required', 'always', 'mandatory', 'yes*', '✓', '✔'].map(
    (text) => [text, 'always'] as const,
  ),
  ...['false', 'no', 'n', '0', 'optional', 'sometimes', 'recommended', 'opt_in', 'no*', 'not required'].map(
    (text) => [text, 'sometimes'] as const,
  ),
  ...['never', 'forbidden', 'excluded'].map((text) => [text, 'never'] as const),
]);

/** The presence a text names; nothing when it is none. `when …` and `if …` carry their condition. */
export function parsePresence(text: string): Presence | undefined {
  const wanted = text.trim();
  const condition = /^(?:when|if)[:\s]+([\s\S]+)$/iu.exec(wanted)?.[1];
  if (condition) return { kind: 'when', condition };
  const kind = presences.get(wanted.toLowerCase());
  return kind && { kind };
}

const states = new Map<string, Lifecycle['state']>([
  ...['planned', 'draft', 'proposed', 'todo', 'to do', 'new', 'not implemented', 'backlog', 'development'].map(
    (text) => [text, 'planned'] as const,
  ),
  ...['live', 'active', 'implemented', 'done', 'production', 'released', 'stable', 'in production', 'ga', 'yes'].map(
    (text) => [text, 'live'] as const,
  ),
  ...['deprecated', 'legacy', 'sunset'].map((text) => [text, 'deprecated'] as const),
  ...['retired', 'removed', 'archived', 'deleted', 'obsolete', 'obsoleted', 'inactive', 'disabled', 'expired'].map(
    (text) => [text, 'retired'] as const,
  ),
]);

/** The lifecycle a text names; nothing when it is none. */
export function parseState(text: string): Lifecycle['state'] | undefined {
  return states.get(text.trim().toLowerCase());
}
