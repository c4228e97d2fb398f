import 'server-only';
import type { Owner } from '../domain/plan/parts';
import type { Tx } from '../infra/db/transaction';
import { foldName } from '../kit/fold';

/** Teams and people by name, also those that are archived or gone: items keep naming them. */
export interface OwnerNames {
  /** What an owner is called; its id when nobody knows it any more. */
  readonly nameOf: (owner: Owner) => string;
  /** The keys (`team:…`, `person:…`) of owners with this folded name or, for a team, slug. */
  readonly keysNamed: (name: string) => readonly string[];
  /** The name behind a key. */
  readonly nameOfKey: (key: string) => string;
  /** The name of a team or person by id alone; the id when nobody knows it. */
  readonly nameOfId: (id: string) => string;
  /** A sentence that was kept with ids in it, with names in their place. */
  readonly inWords: (sentence: string) => string;
}

/** Everybody of a workspace who can own an item. */
export async function readOwnerNames(tx: Tx, workspaceId: string): Promise<OwnerNames> {
  const rows = await tx.$queryRaw<{ key: string; name: string; slug: string | null }[]>`
    select 'team:' || id as key, name, slug from teams where workspace_id = ${workspaceId}
    union all
    select 'person:' || u.id, u.name, null from users u
    join memberships m on m.user_id = u.id and m.workspace_id = ${workspaceId}`;
  const names = new Map(rows.map((row) => [row.key, row.name]));
  const nameOfId = (id: string) => names.get(`team:${id}`) ?? names.get(`person:${id}`) ?? id;
  return {
    nameOf: (owner) => names.get(`${owner.type}:${owner.id}`) ?? owner.id,
    nameOfKey: (key) => names.get(key) ?? key,
    nameOfId,
    inWords: (sentence) => sentence.replace(/\b(?:tm|us)_[0-9a-z]+/gu, nameOfId),
    keysNamed: (name) => rows.filter((row) => foldName(row.name) === name || row.slug === name).map((row) => row.key),
  };
}
