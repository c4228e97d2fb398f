'use client';
import { useState } from 'react';
import { ItemLink } from '@/components/shared/item-link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { UsedBy } from '@/lib/contracts/items';
import { grouped } from '@/lib/kit/grouped';
import { PresenceWords } from './property-table';

/** More than this few read, and a browser is slow to lay out. */
const rowsAtOnce = 100;

/** Every use of an item and what it narrows or pins. */
export function UsedByTable({
  label,
  rows,
  at,
  empty,
}: {
  label: string;
  rows: readonly UsedBy[];
  at: string | null;
  empty: string;
}) {
  const [isAll, setAll] = useState(false);
  if (rows.length === 0) return <p className="text-base text-subtle">{empty}</p>;
  const shown = isAll ? rows : rows.slice(0, rowsAtOnce);
  const hasPresence = rows.some((row) => row.presence !== null);
  const table = (
    <Table label={label} frameClassName="max-h-[32rem]">
      <TableHead>
        <tr>
          <HeadCell className="w-64">Name</HeadCell>
          {hasPresence ? <HeadCell className="w-32">Presence</HeadCell> : null}
          <HeadCell>Here</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {shown.map((row) => (
          <Row key={`${row.item.id} ${row.through?.id ?? ''}`}>
            <Cell className="align-top">
              <ItemLink item={row.item} at={at} icon />
            </Cell>
            {hasPresence ? (
              <Cell className="align-top">{row.presence ? <PresenceWords presence={row.presence} /> : null}</Cell>
            ) : null}
            <Cell className="align-top text-base">
              <span className="flex flex-wrap items-center gap-x-2">
                {row.isSourceOfTruth ? <Badge tone="info">Source of truth</Badge> : null}
                {row.through ? (
                  <span className="text-subtle text-sm">
                    through <ItemLink item={row.through} at={at} />
                  </span>
                ) : null}
                {row.pinned === null ? null : (
                  <span>
                    always <code className="font-mono text-sm">{String(row.pinned)}</code>
                  </span>
                )}
                {row.allowedValues ? <span>only {row.allowedValues.map(String).join(', ')}</span> : null}
                {row.note === '' ? null : <span className="text-muted">{row.note}</span>}
                {!row.isSourceOfTruth &&
                !row.through &&
                row.pinned === null &&
                !row.allowedValues &&
                row.note === '' ? (
                  <span className="text-muted line-clamp-1">{row.item.meaning}</span>
                ) : null}
              </span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
  return shown.length === rows.length ? (
    table
  ) : (
    <div className="flex flex-col items-start gap-2">
      {table}
      <Button size="toolbar" onClick={() => setAll(true)}>
        Show all {grouped(rows.length)}
      </Button>
    </div>
  );
}
