'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAction } from '@/components/shared/confirmed-action';
import { OwnedBy } from '@/components/shared/hand-over/owned-by';
import { QueryList } from '@/components/shared/query-list';
import { Button } from '@/components/ui/button';
import { Cell, Row } from '@/components/ui/table';
import { teamsOptions, useArchiveTeam } from '@/lib/client/teams';
import type { TeamView } from '@/lib/contracts/teams';
import type { Role } from '@/lib/domain/access/roles';
import { TeamDialog } from './team-dialog';

/** The teams of the workspace, which own items and are asked for reviews. */
export function TeamsList({ workspace, role }: { workspace: string; role: Role }) {
  const query = useQuery(teamsOptions(workspace));
  const [isCreating, setCreating] = useState(false);
  const unavailable = role === 'admin' ? undefined : 'Only admins change teams';
  const create = (
    <Button variant="primary" unavailable={unavailable} onClick={() => setCreating(true)}>
      New team
    </Button>
  );
  return (
    <div className="flex flex-col gap-3">
      <QueryList
        query={query}
        items={query.data?.items}
        label="Teams"
        one="team"
        many="teams"
        columns={['Team', 'Members']}
        skeletonRows={4}
        create={create}
        empty={{ words: 'No team yet. A team can own events and be asked for reviews.', action: create }}
      >
        {(team) => <TeamRow key={team.id} workspace={workspace} team={team} unavailable={unavailable} />}
      </QueryList>
      <TeamDialog workspace={workspace} open={isCreating} onOpenChange={setCreating} />
    </div>
  );
}

function TeamRow({
  workspace,
  team,
  unavailable,
}: {
  workspace: string;
  team: TeamView;
  unavailable: string | undefined;
}) {
  const archive = useArchiveTeam(workspace);
  const [isEditing, setEditing] = useState(false);
  return (
    <Row>
      <Cell>
        <span className="block font-medium">{team.name}</span>
        <span className="block text-subtle text-xs">{team.description}</span>
      </Cell>
      <Cell>{team.members.map(({ name }) => name).join(', ') || <span className="text-subtle">Nobody yet</span>}</Cell>
      <Cell className="whitespace-nowrap text-right">
        <Button
          size="toolbar"
          variant="ghost"
          unavailable={unavailable}
          aria-label={`Edit ${team.name}`}
          onClick={() => setEditing(true)}
        >
          Edit
        </Button>
        <TeamDialog workspace={workspace} team={team} open={isEditing} onOpenChange={setEditing} />
        <ConfirmedAction
          verb="Archive"
          name={team.name}
          unavailable={unavailable}
          title={`Archive team “${team.name}”?`}
          consequence="What it owns keeps naming it, but it can no longer be chosen as an owner or asked for a review."
          confirmLabel="Archive team"
          mutation={archive}
          input={team.id}
          failure={`${team.name} was not archived`}
        >
          <OwnedBy workspace={workspace} owner={{ type: 'team', id: team.id, name: team.name }} />
        </ConfirmedAction>
      </Cell>
    </Row>
  );
}
