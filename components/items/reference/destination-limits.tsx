import { ItemLink } from '@/components/shared/item-link';
import { Callout } from '@/components/ui/callout';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { DestinationLimits as Limits } from '@/lib/contracts/item-extras';
import { grouped } from '@/lib/kit/grouped';
import { Section } from './section';

/** What a destination takes, and what is sent to it against that. */
export function DestinationLimits({ itemId, found, at }: { itemId: string; found: Limits; at: string | null }) {
  const { service, limits, violations, total } = found;
  return (
    <Section itemId={itemId} label="Limits" id="limits">
      <div className="flex flex-col gap-3">
        {limits.length === 0 ? (
          <p className="max-w-[72ch] text-base text-subtle">
            No limits are known. Name its service, or write its limits down here, and what is sent is checked against
            them.
          </p>
        ) : (
          <ul className="list-disc pl-5 text-base">
            {limits.map((limit) => (
              <li key={limit.words}>
                {limit.words}
                {limit.source === null ? <span className="text-subtle"> (set here)</span> : null}
              </li>
            ))}
          </ul>
        )}
        {service ? (
          <p className="text-muted text-sm">
            {service.checkedOn === null ? 'Not checked; compare them with what ' : 'As '}
            <a
              href={service.source}
              target="_blank"
              rel="noopener noreferrer"
              className="text-accent underline underline-offset-2"
            >
              {service.name} documents it
            </a>
            {service.checkedOn === null ? '.' : `, read on ${service.checkedOn}.`}
          </p>
        ) : null}
        {limits.length === 0 ? null : total === 0 ? (
          <Callout tone="success">
            {found.events === 1 ? 'The one event' : `All ${grouped(found.events)} events`} and{' '}
            {grouped(found.properties)} properties that are sent here keep within them.
          </Callout>
        ) : (
          <>
            <Callout tone="warning">
              {total === 1 ? 'One thing does' : `${grouped(total)} things do`} not fit. Give it a name of its own here,
              or change it in the plan.
            </Callout>
            <Table label="What does not fit" frameClassName="max-h-[32rem]">
              <TableHead>
                <tr>
                  <HeadCell>Item</HeadCell>
                  <HeadCell>Sent as</HeadCell>
                  <HeadCell>Why it does not fit</HeadCell>
                </tr>
              </TableHead>
              <tbody>
                {violations.map(({ item, sentAs, words }) => (
                  <Row key={`${item.id} ${words}`}>
                    <Cell className="align-top">
                      <ItemLink item={item} at={at} icon />
                    </Cell>
                    <Cell className="break-all align-top font-mono text-sm">{sentAs}</Cell>
                    <Cell className="align-top text-base">{words}</Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
            {total > violations.length ? (
              <p className="text-subtle text-sm">and {grouped(total - violations.length)} more</p>
            ) : null}
          </>
        )}
      </div>
    </Section>
  );
}
