'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedAction } from '@/components/shared/confirmed-action';
import { QueryList } from '@/components/shared/query-list';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, Row } from '@/components/ui/table';
import type { PlanPlace } from '@/lib/client/items';
import { shareLinksOptions, useRevokeShareLink } from '@/lib/client/share-links';
import type { ShareLinkView } from '@/lib/contracts/share-links';
import { ShareLinkDialog } from './share-link-dialog';

/** Links by which somebody without an account reads the plan; for those who may not make one, who may. */
export function ShareLinks({ place, mayShare }: { place: PlanPlace; mayShare: boolean }) {
  return (
    <section aria-labelledby="share-links" className="flex flex-col gap-3 border-line border-t px-4 py-6 lg:px-6">
      <h2 id="share-links" className="font-semibold text-lg">
        Share links
      </h2>
      <p className="max-w-prose text-base text-muted">
        A share link lets somebody without an account read this plan until a day: its items, releases, glossary and
        search. Discussions, notes and people’s addresses are not in it.
      </p>
      {mayShare ? (
        <Links place={place} />
      ) : (
        <p className="text-subtle text-sm">Approvers can make one. Ask one of them.</p>
      )}
    </section>
  );
}

function Links({ place }: { place: PlanPlace }) {
  const query = useQuery(shareLinksOptions(place));
  const [isCreating, setCreating] = useState(false);
  const create = <Button onClick={() => setCreating(true)}>New share link</Button>;
  return (
    <>
      <QueryList
        query={query}
        items={query.data?.items}
        label="Share links"
        one="share link"
        many="share links"
        columns={['For', 'Shows', 'Made by', 'Last used', 'Ends']}
        skeletonRows={2}
        create={create}
        empty={{ words: 'No share link yet.', action: create }}
      >
        {(link) => <LinkRow key={link.id} place={place} link={link} />}
      </QueryList>
      <ShareLinkDialog place={place} open={isCreating} onOpenChange={setCreating} />
    </>
  );
}

function LinkRow({ place, link }: { place: PlanPlace; link: ShareLinkView }) {
  const revoke = useRevokeShareLink(place);
  return (
    <Row>
      <Cell>
        <span className="block font-medium">{link.name}</span>
        <span className="block font-mono text-subtle text-xs">{link.prefix}…</span>
      </Cell>
      <Cell className="whitespace-nowrap">
        {link.release === null ? 'The newest release' : `Release ${link.release}`}
      </Cell>
      <Cell>{link.createdBy.name}</Cell>
      <Cell className="whitespace-nowrap">{link.lastUsedAt ? <RelativeTime at={link.lastUsedAt} /> : 'Never'}</Cell>
      <Cell className="whitespace-nowrap">
        {link.revokedAt ? (
          <Badge>Revoked</Badge>
        ) : link.isOpen ? (
          <RelativeTime at={link.expiresAt} />
        ) : (
          <Badge>Ended</Badge>
        )}
      </Cell>
      <Cell className="text-right">
        <ConfirmedAction
          isOffered={link.isOpen}
          verb="Revoke"
          name={link.name}
          title={`Revoke the link for “${link.name}”?`}
          consequence="Whoever has it can read nothing from the next page on. This cannot be undone."
          confirmLabel="Revoke link"
          mutation={revoke}
          input={link.id}
          failure="The link was not revoked"
        />
      </Cell>
    </Row>
  );
}
