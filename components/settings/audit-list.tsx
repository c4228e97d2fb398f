'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryStates } from 'nuqs';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, Table, TableHead, Total } from '@/components/ui/table';
import { auditOptions } from '@/lib/client/audit';
import { wordsFor } from '@/lib/client/http';
import type { AuditFilter } from '@/lib/contracts/audit';
import { AuditBar, type AuditChoice } from './audit-bar';
import { auditNouns, startOfDay, subjectWords } from './audit-words';

const none = parseAsString.withDefault('');

/** The record of state changes, newest first, those of a person, a noun or some days when asked for. */
export function AuditList({ workspace }: { workspace: string }) {
  const [choice, setChoice] = useQueryStates(
    { person: none, about: none, from: none, to: none },
    { history: 'replace', clearOnDefault: true },
  );
  const filter = filterOf(choice);
  return (
    <div className="flex flex-col gap-4">
      <AuditBar workspace={workspace} choice={choice} filter={filter} onChange={(chosen) => void setChoice(chosen)} />
      <AuditEntries workspace={workspace} filter={filter} />
    </div>
  );
}

/** Left out is what nobody chose, so that the whole record has the key it is seeded under. */
function filterOf({ person, about, from, to }: AuditChoice): AuditFilter {
  const [begins, ends] = [startOfDay(from), startOfDay(to, 1)];
  return {
    ...(person ? { actor: person } : {}),
    ...(about in auditNouns ? { action: about } : {}),
    ...(begins ? { from: begins } : {}),
    ...(ends ? { until: ends } : {}),
  };
}

function AuditEntries({ workspace, filter }: { workspace: string; filter: AuditFilter }) {
  const query = useInfiniteQuery(auditOptions(workspace, filter));
  if (!query.data) {
    return query.error ? (
      <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>
    ) : (
      <SkeletonRows />
    );
  }
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0)
    return (
      <EmptyState>
        {Object.keys(filter).length > 0 ? 'No entry fits. Choose less above.' : 'Nothing has been changed yet.'}
      </EmptyState>
    );
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
                <span className="block truncate" title={`${entry.subjectId} ${JSON.stringify(entry.detail)}`}>
                  {subjectWords(entry)}
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
