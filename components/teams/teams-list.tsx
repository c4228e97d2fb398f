'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { OwnedBy } from '@/components/shared/hand-over/owned-by';
import { QueryError } from '@/components/shared/query-error';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, Table, TableHead, Total } from '@/components/ui/table';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
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
      <QueryError query={query} />
      {query.isPending ? <SkeletonRows rows={4} /> : null}
      {query.data?.items.length === 0 ? (
        <EmptyState action={create}>No team yet. A team can own events and be asked for reviews.</EmptyState>
      ) : null}
      {query.data && query.data.items.length > 0 ? (
        <>
          <div className="flex items-center justify-between gap-3">
            <Total count={query.data.items.length} one="team" many="teams" />
            {create}
          </div>
          <Table label="Teams">
            <TableHead>
              <tr>
                <HeadCell>Team</HeadCell>
                <HeadCell>Members</HeadCell>
                <HeadCell>
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {query.data.items.map((team) => (
                <TeamRow key={team.id} workspace={workspace} team={team} unavailable={unavailable} />
              ))}
            </tbody>
          </Table>
        </>
      ) : null}
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
  const [isAsking, setAsking] = useState(false);
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
        <Button
          size="toolbar"
          variant="ghost"
          unavailable={unavailable}
          aria-label={`Archive ${team.name}`}
          onClick={() => setAsking(true)}
        >
          Archive
        </Button>
        <TeamDialog workspace={workspace} team={team} open={isEditing} onOpenChange={setEditing} />
        <AlertDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={`Archive team “${team.name}”?`}
          consequence="What it owns keeps naming it, but it can no longer be chosen as an owner or asked for a review."
          confirmLabel="Archive team"
          pending={archive.isPending}
          onConfirm={() =>
            archive.mutate(team.id, {
              onSettled: () => setAsking(false),
              onError: (error) => notifyFailure(`${team.name} was not archived`, { description: wordsFor(error) }),
            })
          }
        >
          <OwnedBy workspace={workspace} owner={{ type: 'team', id: team.id, name: team.name }} />
        </AlertDialog>
      </Cell>
    </Row>
  );
}
