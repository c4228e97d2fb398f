import type { Role } from './roles';
import type { Scope } from './scopes';

/** How an actor proved who they are: a browser session, or an API token with its scopes. */
export type Via =
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'token'; readonly tokenId: string; readonly scopes: readonly Scope[] };

/** A person acting in one workspace, with the role and teams they hold there at the time of the request. */
export interface Actor {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly via: Via;
}
