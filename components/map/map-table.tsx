'use client';
import { Focus } from 'lucide-react';
import Link from 'next/link';
import { Fragment } from 'react';
import { ItemLink } from '@/components/shared/item-link';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { ItemMention } from '@/lib/domain/plan-query/item-ref';
import type { MapRow } from '@/lib/domain/plan-query/plan-map';

export interface MapTableProps {
  readonly rows: readonly MapRow[];
  readonly at: string | null;
  readonly focus: string | null;
  readonly hrefOf: (focus: string) => string;
}

/** The map as a table: every event with what it comes from and where it goes. */
export function MapTable({ rows, at, focus, hrefOf }: MapTableProps) {
  return (
    <section aria-labelledby="map-table" className="flex flex-col gap-2">
      <h2 id="map-table" className="font-semibold text-md">
        As a table
      </h2>
      <Table label="The map as a table">
        <TableHead>
          <tr>
            <HeadCell>Sources</HeadCell>
            <HeadCell>Item</HeadCell>
            <HeadCell>Destinations</HeadCell>
            <HeadCell>Consumers</HeadCell>
            <HeadCell>
              <span className="sr-only">Focus</span>
            </HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {rows.map(({ item, sources, destinations, consumers }) => (
            <Row key={item.id}>
              <Cell>
                <Names items={sources} at={at} />
              </Cell>
              <th scope="row" className="border-border border-b px-2 py-1 text-left align-middle font-normal">
                <ItemLink item={item} at={at} icon />
              </th>
              <Cell>
                <Names items={destinations} at={at} />
              </Cell>
              <Cell>
                <Names items={consumers} at={at} />
              </Cell>
              <Cell className="text-right">
                {item.id === focus ? null : (
                  <Button asChild size="toolbar" variant="ghost">
                    <Link href={hrefOf(item.id)} prefetch={false}>
                      <Focus aria-hidden />
                      Focus<span className="sr-only"> on {qualifiedName(item)}</span>
                    </Link>
                  </Button>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Names({ items, at }: { items: readonly ItemMention[]; at: string | null }) {
  if (items.length === 0) return <span className="text-subtle">–</span>;
  return items.map((item, index) => (
    <Fragment key={item.id}>
      {index > 0 ? ', ' : ''}
      <ItemLink item={item} at={at} />
    </Fragment>
  ));
}
