'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { QueryError } from '@/components/shared/query-error';
import { ActionTable } from '@/components/ui/action-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Total } from '@/components/ui/table';
import { membersOptions } from '@/lib/client/members';
import type { Role } from '@/lib/domain/access/roles';
import { MemberRow } from './member-row';

/** The members of the workspace with their roles, which admins can change. */
export function MembersTable({ workspace, role }: { workspace: string; role: Role }) {
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const query = useInfiniteQuery(membersOptions(workspace, asked));
  const members = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Field label="Find a member" hideLabel>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={typed}
              placeholder="Find a member"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {query.data ? <Total count={query.data.pages[0]?.total ?? 0} one="member" many="members" /> : null}
      </div>
      <QueryError query={query} />
      {query.isPending ? <SkeletonRows rows={6} /> : null}
      {query.data && members.length === 0 ? (
        <EmptyState action={<Button onClick={() => setTyped('')}>Show all members</Button>}>
          Nobody here is called “{asked}”.
        </EmptyState>
      ) : null}
      {members.length > 0 ? (
        <ActionTable label="Members" columns={['Name', 'Role', 'Teams', 'Joined']}>
          {members.map((member) => (
            <MemberRow key={member.id} workspace={workspace} member={member} isAdmin={role === 'admin'} />
          ))}
        </ActionTable>
      ) : null}
      {query.hasNextPage ? (
        <div>
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more members
          </Button>
        </div>
      ) : null}
    </div>
  );
}
