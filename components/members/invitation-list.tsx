'use client';
import { useQuery } from '@tanstack/react-query';
import { ActionTable } from '@/components/ui/action-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Cell, Row } from '@/components/ui/table';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { invitationsOptions, useRevokeInvitation } from '@/lib/client/invitations';
import type { InvitationView } from '@/lib/contracts/invitations';
import { roleWords } from '@/lib/domain/access/roles';

const stateWords: Record<InvitationView['state'], string> = {
  open: 'Open',
  accepted: 'Accepted',
  expired: 'Expired',
  revoked: 'Taken back',
};

/** The invitations that were made, and what became of them. */
export function InvitationList({ workspace }: { workspace: string }) {
  const query = useQuery(invitationsOptions(workspace));
  const revoke = useRevokeInvitation(workspace);
  if (!query.data) {
    return query.error ? (
      <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>
    ) : (
      <SkeletonRows rows={3} />
    );
  }
  if (query.data.items.length === 0) return <p className="text-base text-muted">Nobody has been invited yet.</p>;
  return (
    <ActionTable label="Invitations" columns={['For', 'Role', 'State', 'Made']}>
      {query.data.items.map((invitation) => (
        <Row key={invitation.id}>
          <Cell>{invitation.email ?? 'Whoever holds the link'}</Cell>
          <Cell>{roleWords[invitation.role].label}</Cell>
          <Cell>
            <Badge tone={invitation.state === 'accepted' ? 'added' : 'neutral'}>{stateWords[invitation.state]}</Badge>
          </Cell>
          <Cell className="whitespace-nowrap">
            <RelativeTime at={invitation.createdAt} /> by {invitation.inviter.name}
          </Cell>
          <Cell className="text-right">
            {invitation.state === 'open' ? (
              <Button
                size="toolbar"
                variant="ghost"
                aria-label={`Take back the invitation for ${invitation.email ?? 'whoever holds the link'}`}
                pending={revoke.isPending && revoke.variables === invitation.id}
                onClick={() =>
                  revoke.mutate(invitation.id, {
                    onError: (error) => notifyFailure('Not taken back', { description: wordsFor(error) }),
                  })
                }
              >
                Take back
              </Button>
            ) : null}
          </Cell>
        </Row>
      ))}
    </ActionTable>
  );
}
