import type { TeamView } from '@/lib/contracts/teams';
import type { Team } from '@/lib/store/teams';

/** A team as members see it. */
export function teamView(team: Team): TeamView {
  return {
    id: team.id,
    slug: team.slug,
    name: team.name,
    description: team.description,
    members: team.members.map(({ id, name }) => ({ id, name })),
    createdAt: team.createdAt.toISOString(),
    archivedAt: team.archivedAt?.toISOString() ?? null,
  };
}
