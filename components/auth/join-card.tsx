'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { RelativeTime } from '@/components/ui/relative-time';
import { Spinner } from '@/components/ui/spinner';
import { hasCode, wordsFor } from '@/lib/client/http';
import { invitationOfferOptions } from '@/lib/client/invitations';
import type { InvitationOffer } from '@/lib/contracts/invitations';
import { roleWords } from '@/lib/domain/access/roles';
import { AcceptForm } from './accept-form';
import { AuthCard } from './auth-card';
import { JoinForm } from './join-form';

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The invitation behind the link: who invites whom to what, before anything is asked. The secret stays in the fragment. */
export function JoinCard({ signedInAs }: { signedInAs: { name: string; email: string } | undefined }) {
  const secret = useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => undefined,
  );
  const offer = useQuery({ ...invitationOfferOptions(secret ?? ''), enabled: secret !== undefined && secret !== '' });
  if (secret && offer.data?.state === 'open') {
    const { workspace, inviter, role, expiresAt } = offer.data;
    return (
      <AuthCard
        title={`Join ${workspace.name}`}
        intro={
          <>
            {inviter.name} invites you as <strong>{roleWords[role].label}</strong>, who {roleWords[role].does}. The link
            ends <RelativeTime at={expiresAt} />.
          </>
        }
      >
        {signedInAs ? (
          <AcceptForm secret={secret} signedInAs={signedInAs} />
        ) : (
          <JoinForm secret={secret} email={offer.data.email} />
        )}
      </AuthCard>
    );
  }
  if (offer.data) return <TooLate offer={offer.data} />;
  if (offer.error && !hasCode(offer.error, 'invitation.not-found')) {
    return (
      <AuthCard title="Invitation" intro={wordsFor(offer.error)}>
        <Button onClick={() => void offer.refetch()}>Try again</Button>
      </AuthCard>
    );
  }
  if (offer.error || secret === '') {
    return (
      <AuthCard
        title="This invitation does not exist"
        intro="Check that the whole link was copied, or ask for a new one."
      >
        <Link href="/sign-in" className="text-accent underline">
          Sign in
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Invitation">
      <Spinner />
    </AuthCard>
  );
}

const ended: Record<Exclude<InvitationOffer['state'], 'open'>, string> = {
  expired: 'This invitation has expired',
  revoked: 'This invitation was taken back',
  accepted: 'This invitation was used already',
};

function TooLate({ offer }: { offer: InvitationOffer }) {
  if (offer.state === 'open') return null;
  return (
    <AuthCard title={ended[offer.state]} intro={`It was for ${offer.workspace.name}.`}>
      <Callout tone="warning" title={`Ask ${offer.inviter.name} for a new one`}>
        {offer.state === 'accepted' ? 'If it was you who used it, sign in.' : 'A new link takes them a few seconds.'}
      </Callout>
      <Link href={`/sign-in?next=/${offer.workspace.slug}`} className="text-accent underline">
        Sign in
      </Link>
    </AuthCard>
  );
}
