import type { Role } from '@/lib/domain/access/roles';
import type { Scope } from '@/lib/domain/access/scopes';
import type { Persona, World } from '@/lib/features/testing/world';
import type { Sent } from './client';

/** A request that succeeds: members of the path besides the workspace, and what is sent. */
export interface Example extends Sent {
  readonly params?: Readonly<Record<string, string | number>>;
  /** Status of the allowed request when it is not the route's own. */
  readonly status?: number;
}

/** Who may use a route, said independently of the code that decides, and a request by which both are tried. */
export interface MatrixRow {
  /** The weakest role; `person` is anyone signed in, `public` is anyone. */
  readonly needs: Role | 'person' | 'public';
  /** What a token needs; `session` means that no token will do. */
  readonly scope: Scope | 'session';
  /** Prepares what the request needs and gives it. `me` sends it and holds the role `needs` (or more). */
  readonly example: (world: World, me: Persona) => Example | Promise<Example>;
}

export type Matrix = Readonly<Record<string, MatrixRow>>;
