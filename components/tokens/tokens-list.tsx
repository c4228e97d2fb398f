'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '@/components/shared/query-error';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, Table, TableHead, Total } from '@/components/ui/table';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { tokensOptions, useRevokeToken } from '@/lib/client/tokens';
import type { TokenView } from '@/lib/contracts/tokens';
import { type Role, roleWords } from '@/lib/domain/access/roles';
import { scopeWords } from '@/lib/domain/access/scopes';
import { TokenDialog } from './token-dialog';

/** API tokens: one's own, and for an admin everybody's. */
export function TokensList({ workspace, role }: { workspace: string; role: Role }) {
  const query = useQuery(tokensOptions(workspace));
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      New token
    </Button>
  );
  return (
    <div className="flex flex-col gap-3">
      <QueryError query={query} />
      {query.isPending ? <SkeletonRows rows={4} /> : null}
      {query.data?.items.length === 0 ? (
        <EmptyState action={create}>No token yet. Scripts and CI sign in with one.</EmptyState>
      ) : null}
      {query.data && query.data.items.length > 0 ? (
        <>
          <div className="flex items-center justify-between gap-3">
            <Total count={query.data.items.length} one="token" many="tokens" />
            {create}
          </div>
          <Table label="API tokens">
            <TableHead>
              <tr>
                <HeadCell>Name</HeadCell>
                <HeadCell>May</HeadCell>
                <HeadCell>Made by</HeadCell>
                <HeadCell>Last used</HeadCell>
                <HeadCell>Ends</HeadCell>
                <HeadCell>
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {query.data.items.map((token) => (
                <TokenRow key={token.id} workspace={workspace} token={token} />
              ))}
            </tbody>
          </Table>
        </>
      ) : null}
      <TokenDialog workspace={workspace} role={role} open={isCreating} onOpenChange={setCreating} />
    </div>
  );
}

function TokenRow({ workspace, token }: { workspace: string; token: TokenView }) {
  const revoke = useRevokeToken(workspace);
  const [isAsking, setAsking] = useState(false);
  return (
    <Row>
      <Cell>
        <span className="block font-medium">{token.name}</span>
        <span className="block font-mono text-subtle text-xs">{token.prefix}…</span>
      </Cell>
      <Cell>
        {token.scopes.map((scope) => scopeWords[scope].label).join(', ')}
        <span className="block text-subtle text-xs">at most as {roleWords[token.role].label}</span>
      </Cell>
      <Cell>{token.createdBy.name}</Cell>
      <Cell className="whitespace-nowrap">{token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} /> : 'Never'}</Cell>
      <Cell className="whitespace-nowrap">
        {token.revokedAt ? <Badge>Revoked</Badge> : token.expiresAt ? <RelativeTime at={token.expiresAt} /> : 'Never'}
      </Cell>
      <Cell className="text-right">
        {token.revokedAt ? null : (
          <Button size="toolbar" variant="ghost" aria-label={`Revoke ${token.name}`} onClick={() => setAsking(true)}>
            Revoke
          </Button>
        )}
        <AlertDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={`Revoke token “${token.name}”?`}
          consequence="Whatever uses it is refused from the next request on. This cannot be undone."
          confirmLabel="Revoke token"
          pending={revoke.isPending}
          onConfirm={() =>
            revoke.mutate(token.id, {
              onSettled: () => setAsking(false),
              onError: (error) => notifyFailure(`${token.name} was not revoked`, { description: wordsFor(error) }),
            })
          }
        />
      </Cell>
    </Row>
  );
}
