import type { Via } from '@/lib/domain/access/actor';
import type { Role } from '@/lib/domain/access/roles';

/** What is known of a request before anyone is known: for sign-in, its limits and its log lines. */
export interface Call {
  readonly requestId: string;
  /** Address of the sender as a trusted proxy gives it, else `direct`; only ever used to count attempts. */
  readonly address: string;
  readonly userAgent: string | undefined;
  /** The session cookie's value, when one was sent. */
  readonly sessionCookie: string | undefined;
}

/** A person who proved who they are, not yet in a workspace. */
export interface Identity {
  readonly userId: string;
  readonly via: Via;
  /** A token belongs to one workspace, is a stranger to every other, and never exceeds its role. */
  readonly token?: { readonly workspaceId: string; readonly role: Role };
  readonly call: Call;
}
