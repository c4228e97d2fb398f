import { ItemLink } from '@/components/shared/item-link';
import { OwnerChip } from '@/components/shared/person-chip';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ItemView } from '@/lib/contracts/items';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { consumerTypeWords } from './consumer-type';
import { UsedByTable } from './reference/used-by-table';

/** Who would be touched by a change: consumers and what they use, those who carry it, its sources, and who would hear. */
export function ItemImpact({ view, at }: { view: ItemView; at: string | null }) {
  const { item } = view;
  const sources = item.kind === 'event' ? item.content.sources.flatMap((id) => view.refs[id] ?? []) : [];
  return (
    <div className="flex max-w-4xl flex-col gap-8">
      <p className="max-w-[72ch] text-md">{impactWords(view, sources.length)}</p>
      {view.consumers.length === 0 ? (
        <p className="text-base text-muted">
          No consumer says that it depends on this {kinds[item.kind].label.toLowerCase()}. Listing one makes its owner
          hear of every change.
        </p>
      ) : (
        <section>
          <h2 className="mb-2 font-semibold text-base">Consumers</h2>
          <Table label="Consumers">
            <TableHead>
              <tr>
                <HeadCell>Name</HeadCell>
                <HeadCell>Kind</HeadCell>
                <HeadCell>Owner</HeadCell>
                <HeadCell>Uses</HeadCell>
                <HeadCell>Runs</HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {view.consumers.map((one) => (
                <Row key={one.consumer.id}>
                  <Cell>
                    <ItemLink item={one.consumer} at={at} icon />
                  </Cell>
                  <Cell>{consumerTypeWords(one.type)}</Cell>
                  <Cell>
                    <OwnerChip owner={one.owner} />
                  </Cell>
                  <Cell>{one.uses.join(', ')}</Cell>
                  <Cell className="tabular-nums">
                    {one.startsAt || one.endsAt ? `${one.startsAt ?? '…'} to ${one.endsAt ?? '…'}` : '–'}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </section>
      )}
      {view.usedBy.length === 0 ? null : (
        <section>
          <h2 className="mb-2 font-semibold text-base">Used by</h2>
          <UsedByTable label="Used by" rows={view.usedBy} at={at} empty="" />
        </section>
      )}
      {sources.length === 0 ? null : (
        <section>
          <h2 className="mb-2 font-semibold text-base">Code that sends it</h2>
          <ul className="flex flex-col gap-1">
            {sources.map((source) => (
              <li key={source.id}>
                <ItemLink item={source} at={at} icon />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function impactWords(view: ItemView, sources: number): string {
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const parts = [
    ...count(view.consumers.length, 'consumer', 'consumers'),
    ...count(view.usedBy.length, 'use', 'uses'),
    ...count(sources, 'source', 'sources'),
    ...count(view.watchers, 'watcher', 'watchers'),
  ];
  return parts.length === 0
    ? 'A change to this would reach nobody that the plan knows of.'
    : `A change to this reaches ${parts.join(', ')}.`;
}
