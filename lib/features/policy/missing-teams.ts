import type { Policy } from '@/lib/domain/review/policy';

/** A rule that asks a team nobody can be in, with its place in the policy. */
export interface MissingTeam {
  readonly path: string;
  readonly message: string;
}

/** The rules whose team is not among `teams`: nobody could ever satisfy them. */
export function missingTeams(policy: Policy, teams: readonly { readonly id: string }[]): MissingTeam[] {
  const known = new Set(teams.map((team) => team.id));
  return policy.rules.flatMap(({ require }, at) =>
    require.from.type === 'team' && !known.has(require.from.teamId)
      ? [{ path: `rules.${at}.require.from.teamId`, message: 'There is no such team. Choose one of the workspace.' }]
      : [],
  );
}
