import 'server-only';
import type { Names } from '@/lib/domain/diff/words';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { type People, peopleOf } from '@/lib/domain/review/people';
import type { Tx } from '@/lib/infra/db/transaction';
import { listPeople } from '@/lib/store/memberships';
import { listTeams } from '@/lib/store/teams';

/** Everybody who is a member now, with role and teams. */
export async function readPeople(tx: Tx, workspaceId: string): Promise<People> {
  const members = await listPeople(tx, workspaceId);
  const teams = await listTeams(tx, workspaceId, { archived: true });
  return peopleOf(
    members.map(({ userId, name, role, teams: own }) => ({ id: userId, name, role, teamIds: own.map(({ id }) => id) })),
    teams,
  );
}

/** What ids in definitions are called: items as they are after or were before, people and teams by their names. */
export function namesOf(before: Snapshot, after: Snapshot, people: People): Names {
  return (id) => {
    const item = after.items.get(id) ?? before.items.get(id);
    return item ? qualifiedName(item) : (people.persons.get(id)?.name ?? people.teams.get(id)?.name ?? id);
  };
}
