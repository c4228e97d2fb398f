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
      <QueryError query={query} />
      {query.isPending ? <SkeletonRows rows={2} /> : null}
      {query.data?.items.length === 0 ? <EmptyState action={create}>No share link yet.</EmptyState> : null}
      {query.data && query.data.items.length > 0 ? (
        <>
          <div className="flex items-center justify-between gap-3">
            <Total count={query.data.items.length} one="share link" many="share links" />
            {create}
          </div>
          <Table label="Share links">
            <TableHead>
              <tr>
                <HeadCell>For</HeadCell>
                <HeadCell>Shows</HeadCell>
                <HeadCell>Made by</HeadCell>
                <HeadCell>Last used</HeadCell>
                <HeadCell>Ends</HeadCell>
                <HeadCell>
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {query.data.items.map((link) => (
                <LinkRow key={link.id} place={place} link={link} />
              ))}
            </tbody>
          </Table>
        </>
      ) : null}
      <ShareLinkDialog place={place} open={isCreating} onOpenChange={setCreating} />
    </>
  );
}

function LinkRow({ place, link }: { place: PlanPlace; link: ShareLinkView }) {
  const revoke = useRevokeShareLink(place);
  const [isAsking, setAsking] = useState(false);
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
        {link.isOpen ? (
          <Button size="toolbar" variant="ghost" aria-label={`Revoke ${link.name}`} onClick={() => setAsking(true)}>
            Revoke
          </Button>
        ) : null}
        <AlertDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={`Revoke the link for “${link.name}”?`}
          consequence="Whoever has it can read nothing from the next page on. This cannot be undone."
          confirmLabel="Revoke link"
          pending={revoke.isPending}
          onConfirm={() =>
            revoke.mutate(link.id, {
              onSettled: () => setAsking(false),
              onError: (error) => notifyFailure(`The link was not revoked`, { description: wordsFor(error) }),
            })
          }
        />
      </Cell>
    </Row>
  );
}
