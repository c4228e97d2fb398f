'use client';
import { ConfirmedAction } from '@/components/shared/confirmed-action';
import { OwnedBy } from '@/components/shared/hand-over/owned-by';
import { PersonLink } from '@/components/shared/person-link';
import { Avatar } from '@/components/ui/avatar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { Cell, Row } from '@/components/ui/table';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useRemoveMember, useUpdateMember } from '@/lib/client/members';
import type { MemberView } from '@/lib/contracts/members';
import { roleSchema } from '@/lib/domain/access/role-schema';
import { type Role, roles, roleWords } from '@/lib/domain/access/roles';

const options = roles.map((role) => ({ value: role, label: roleWords[role].label, hint: roleWords[role].does }));

/** One member: who, role, teams. Changing a role can be undone; removing asks first. */
export function MemberRow({ workspace, member, isAdmin }: { workspace: string; member: MemberView; isAdmin: boolean }) {
  const update = useUpdateMember(workspace);
  const remove = useRemoveMember(workspace);
  const shown: Role = update.isPending ? update.variables.role : member.role;
  const change = (role: Role) =>
    update.mutate(
      { id: member.id, role },
      {
        onSuccess: () =>
          notify(`${member.name} is ${roleWords[role].label} now`, {
            undo: () => update.mutate({ id: member.id, role: member.role }),
          }),
        onError: (error) => notifyFailure('The role was not changed', { description: wordsFor(error) }),
      },
    );
  return (
    <Row>
      <Cell>
        <span className="flex items-center gap-2">
          <Avatar name={member.name} />
          <span className="min-w-0">
            <span className="block truncate">
              <PersonLink workspace={workspace} id={member.id} name={member.name} />{' '}
              {member.isYou ? <span className="text-subtle">(you)</span> : null}
            </span>
            {member.email ? <span className="block truncate text-subtle text-xs">{member.email}</span> : null}
          </span>
        </span>
      </Cell>
      <Cell>
        {isAdmin ? (
          <Select
            size="toolbar"
            aria-label={`Role of ${member.name}`}
            options={options}
            value={shown}
            onValueChange={(value) => change(roleSchema.parse(value))}
          />
        ) : (
          <span title={roleWords[member.role].does}>{roleWords[member.role].label}</span>
        )}
      </Cell>
      <Cell>{member.teams.map(({ name }) => name).join(', ')}</Cell>
      <Cell className="whitespace-nowrap">
        <RelativeTime at={member.joinedAt} />
      </Cell>
      <Cell className="text-right">
        <ConfirmedAction
          verb="Remove"
          name={member.name}
          unavailable={isAdmin ? undefined : 'Only admins remove members'}
          title={`Remove ${member.name} from this workspace?`}
          consequence="They lose access at once, their API tokens end and they leave their teams. What they wrote stays. You can invite them again."
          confirmLabel="Remove member"
          mutation={remove}
          input={member.id}
          failure={`${member.name} was not removed`}
        >
          <OwnedBy workspace={workspace} owner={{ type: 'person', id: member.id, name: member.name }} />
        </ConfirmedAction>
      </Cell>
    </Row>
  );
}
