'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, Table, TableHead, Total } from '@/components/ui/table';
import { auditOptions } from '@/lib/client/audit';
import { wordsFor } from '@/lib/client/http';

/** The record of state changes, newest first. */
export function AuditList({ workspace }: { workspace: string }) {
  const query = useInfiniteQuery(auditOptions(workspace));
  if (!query.data) {
    return query.error ? (
      <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>
    ) : (
      <SkeletonRows />
    );
  }
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyState>Nothing has been changed yet.</EmptyState>;
  return (
    <div className="flex flex-col gap-3">
      <Total count={query.data.pages[0]?.total ?? entries.length} one="entry" many="entries" />
      <Table label="Audit">
        <TableHead>
          <tr>
            <HeadCell>When</HeadCell>
            <HeadCell>Who</HeadCell>
            <HeadCell>What</HeadCell>
            <HeadCell>About</HeadCell>
            <HeadCell>By</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.seq}>
              <Cell className="whitespace-nowrap">
                <RelativeTime at={entry.at} />
              </Cell>
              <Cell>{entry.actor?.name ?? 'Waymark itself'}</Cell>
              <Cell className="font-mono text-xs">{entry.action}</Cell>
              <Cell className="max-w-xs">
                <span className="block truncate" title={JSON.stringify(entry.detail)}>
                  {entry.subjectKind} <span className="font-mono text-xs">{entry.subjectId}</span>
                </span>
              </Cell>
              <Cell>
                {entry.via.startsWith('token:') ? 'API token' : entry.via === 'system' ? 'Waymark' : 'Browser'}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {query.hasNextPage ? (
        <div>
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show older entries
          </Button>
        </div>
      ) : null}
    </div>
  );
}
