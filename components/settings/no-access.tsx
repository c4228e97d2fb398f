import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { type Role, roleWords } from '@/lib/domain/access/roles';

/** What a role may not do, which role may, and whom to ask for it. */
export function NoAccess({ what, needs, admins }: { what: string; needs: Role; admins: readonly string[] }) {
  const asked = admins.slice(0, 3).join(', ');
  const { label } = roleWords[needs];
  return (
    <Callout
      tone="info"
      title={`${what} needs the role ${label}`}
      action={
        <CopyButton
          label="Copy a message to ask for it"
          text="Copy a message"
          value={`Could you make me ${label} in Waymark? I would like to see: ${what}. ${'Settings → Members and roles.'}`}
        />
      }
    >
      {asked ? `Ask ${asked}, who can change your role.` : 'Ask an admin of this workspace.'}
    </Callout>
  );
}
