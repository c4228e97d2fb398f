import * as z from 'zod';

/** What an API token may be used for; its maker's role still limits it. */
export const scopes = ['read', 'propose', 'review', 'export', 'admin'] as const;

/** One permission of an API token. */
export const scopeSchema = z.enum(scopes);
export type Scope = z.infer<typeof scopeSchema>;

/** What each scope allows, for the form that makes a token. */
export const scopeWords: Record<Scope, { readonly label: string; readonly allows: string }> = {
  read: { label: 'Read', allows: 'look up plans, change requests and releases' },
  propose: { label: 'Propose', allows: 'read, and open, edit and send change requests' },
  review: { label: 'Review', allows: 'read, and comment, approve and merge' },
  export: { label: 'Export', allows: 'download a plan in any format' },
  admin: { label: 'Admin', allows: 'everything its maker may do' },
};

const implied: Record<Scope, readonly Scope[]> = {
  read: ['read'],
  propose: ['propose', 'read'],
  review: ['review', 'read'],
  export: ['export'],
  admin: scopes,
};

/** Whether a token with the scopes `held` may do what asks for `needed`. */
export function includesScope(held: readonly Scope[], needed: Scope): boolean {
  return held.some((scope) => implied[scope].includes(needed));
}
