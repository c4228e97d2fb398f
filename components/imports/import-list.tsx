'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { planHref } from '@/components/shared/plan-href';
import { Badge } from '@/components/ui/badge';
import { ErrorBanner } from '@/components/ui/error-banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import { wordsFor } from '@/lib/client/http';
import { importListOptions } from '@/lib/client/imports';
import type { PlanPlace } from '@/lib/client/items';
import type { ImportView } from '@/lib/contracts/imports';
import { grouped } from '@/lib/kit/grouped';

const statusWords: Record<ImportView['status'], string> = {
  uploading: 'Arriving',
  staged: 'Not finished',
  applied: 'Change request made',
  failed: 'Failed',
  discarded: 'Cancelled',
};

/** Imports of this plan, so that an unfinished one can be gone on with. */
export function ImportList({ place }: { place: PlanPlace }) {
  const imports = useQuery(importListOptions(place));
  if (imports.error) return <ErrorBanner onRetry={() => imports.refetch()}>{wordsFor(imports.error)}</ErrorBanner>;
  if (!imports.data || imports.data.items.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">Earlier imports</h2>
      <Table label="Earlier imports">
        <TableHead>
          <tr>
            <HeadCell>File</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell className="text-right">Rows</HeadCell>
            <HeadCell>By</HeadCell>
            <HeadCell>When</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {imports.data.items.map((one) => (
            <Row key={one.id}>
              <Cell>
                <Link href={planHref(place, `imports/${one.id}`)} className="text-accent hover:underline">
                  {one.fileName}
                </Link>
              </Cell>
              <Cell>
                {one.changeRequest === null ? (
                  <Badge>{statusWords[one.status]}</Badge>
                ) : (
                  <Link
                    href={planHref(place, `change-requests/${one.changeRequest}`)}
                    className="text-accent hover:underline"
                  >
                    #{one.changeRequest}
                  </Link>
                )}
              </Cell>
              <Cell numeric>{grouped(one.rowCount)}</Cell>
              <Cell>{one.createdBy.name}</Cell>
              <Cell>
                <RelativeTime at={one.createdAt} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
