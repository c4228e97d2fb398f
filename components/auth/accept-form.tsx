'use client';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useSignOut } from '@/lib/client/account';
import { hasCode, wordsFor } from '@/lib/client/http';
import { useAcceptInvitation } from '@/lib/client/invitations';

/** Joins as the person who is signed in, or lets them be somebody else. */
export function AcceptForm({ secret, signedInAs }: { secret: string; signedInAs: { name: string; email: string } }) {
  const accept = useAcceptInvitation();
  const signOut = useSignOut();
  const words = hasCode(accept.error, 'invitation.other-person')
    ? 'This invitation is for another address. Sign in with that one.'
    : wordsFor(accept.error);
  return (
    <div className="flex flex-col gap-4">
      {accept.error ? (
        <div role="alert">
          <Callout tone="problem">{words}</Callout>
        </div>
      ) : null}
      <p className="text-base">
        You are signed in as <strong>{signedInAs.name}</strong> ({signedInAs.email}).
      </p>
      <Button
        variant="primary"
        size="large"
        pending={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate(secret, { onSuccess: ({ workspace }) => window.location.assign(`/${workspace}`) })}
      >
        Join as {signedInAs.name}
      </Button>
      <Button
        pending={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: () => window.location.reload() })}
      >
        Join as somebody else
      </Button>
    </div>
  );
}
