'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAction } from '@/components/shared/confirmed-action';
import { QueryList } from '@/components/shared/query-list';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
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
      <QueryList
        query={query}
        items={query.data?.items}
        label="API tokens"
        one="token"
        many="tokens"
        columns={['Name', 'May', 'Made by', 'Last used', 'Ends']}
        skeletonRows={4}
        create={create}
        empty={{ words: 'No token yet. Scripts and CI sign in with one.', action: create }}
      >
        {(token) => <TokenRow key={token.id} workspace={workspace} token={token} />}
      </QueryList>
      <TokenDialog workspace={workspace} role={role} open={isCreating} onOpenChange={setCreating} />
    </div>
  );
}

function TokenRow({ workspace, token }: { workspace: string; token: TokenView }) {
  const revoke = useRevokeToken(workspace);
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
        <ConfirmedAction
          isOffered={token.revokedAt === null}
          verb="Revoke"
          name={token.name}
          title={`Revoke token “${token.name}”?`}
          consequence="Whatever uses it is refused from the next request on. This cannot be undone."
          confirmLabel="Revoke token"
          mutation={revoke}
          input={token.id}
          failure={`${token.name} was not revoked`}
        />
      </Cell>
    </Row>
  );
}
