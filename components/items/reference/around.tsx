import { ItemLink } from '@/components/shared/item-link';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ItemView } from '@/lib/contracts/items';
import type { Item } from '@/lib/domain/plan/item';
import { consumerTypeWords } from '../consumer-type';
import { ClosingFacts, Facts, hasClosingFacts } from './facts';
import { PropertyTable } from './property-table';
import { Prose, Section } from './section';
import { UsedByTable } from './used-by-table';

/** What a group bundles and who uses it. */
export function GroupReference({
  view,
  item,
  at,
}: {
  view: ItemView;
  item: Item<'property-group'>;
  at: string | null;
}) {
  return (
    <>
      <Meaning item={item} empty="Nobody has written down yet what these properties say together." />
      <Section itemId={item.id} field="properties" label={`Properties (${view.properties.length})`} id="properties">
        <PropertyTable view={view} at={at} />
      </Section>
      <Section itemId={item.id} label={`Used by (${view.usedBy.length})`} id="used-by">
        <UsedByTable label="Used by" rows={view.usedBy} at={at} empty="No event uses this group." />
      </Section>
      <More view={view} />
    </>
  );
}

/** A place that fires events, and which it fires. */
export function SourceReference({ view, item, at }: { view: ItemView; item: Item<'source'>; at: string | null }) {
  return (
    <>
      <Meaning item={item} empty="Nobody has described this source yet." />
      <Facts
        rows={[
          ['Runs on', item.content.runtime === 'server' ? 'the server' : 'the client'],
          ['Platform', item.content.platform],
        ]}
      />
      <Section itemId={item.id} label={`Fires (${view.usedBy.length})`} id="used-by">
        <UsedByTable label="Events it fires" rows={view.usedBy} at={at} empty="No event names this source." />
      </Section>
      <More view={view} />
    </>
  );
}

/** Where events go, with its limits and names. */
export function DestinationReference({
  view,
  item,
  at,
}: {
  view: ItemView;
  item: Item<'destination'>;
  at: string | null;
}) {
  const { content } = item;
  return (
    <>
      <Meaning item={item} empty="Nobody has described this destination yet." />
      <Facts
        rows={[
          ['Service', content.service],
          ['Longest name', content.maxNameLength === null ? null : `${content.maxNameLength} characters`],
          ['Name pattern', content.namePattern],
          [
            'Properties per event',
            content.maxPropertiesPerEvent === null ? null : `at most ${content.maxPropertiesPerEvent}`,
          ],
        ]}
      />
      {content.nameMapping.length === 0 ? null : (
        <Section itemId={item.id} field="nameMapping" label={`Name mapping (${content.nameMapping.length})`}>
          <Table label="Name mapping" frameClassName="max-h-96">
            <TableHead>
              <tr>
                <HeadCell>Item</HeadCell>
                <HeadCell>Sent as</HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {content.nameMapping.map((mapping) => {
                const ref = view.refs[mapping.itemId];
                const tooLong = content.maxNameLength !== null && (mapping.sendAs?.length ?? 0) > content.maxNameLength;
                return (
                  <Row key={mapping.itemId}>
                    <Cell>{ref ? <ItemLink item={ref} at={at} icon /> : mapping.itemId}</Cell>
                    <Cell className="font-mono text-sm">
                      {mapping.sendAs ?? <span className="font-sans text-subtle">not sent</span>}
                      {tooLong ? (
                        <span className="ml-2 font-sans text-removed">
                          longer than {content.maxNameLength} characters
                        </span>
                      ) : null}
                    </Cell>
                  </Row>
                );
              })}
            </tbody>
          </Table>
        </Section>
      )}
      <Section itemId={item.id} label={`Receives (${view.usedBy.length})`} id="used-by">
        <UsedByTable label="Events it receives" rows={view.usedBy} at={at} empty="No event is sent here." />
      </Section>
      <More view={view} />
    </>
  );
}

/** Something downstream, and what it depends on. */
export function ConsumerReference({ view, item, at }: { view: ItemView; item: Item<'consumer'>; at: string | null }) {
  const { content } = item;
  return (
    <>
      <Meaning item={item} empty="Nobody has written down yet what this is for." />
      <Facts
        rows={[
          ['Kind', consumerTypeWords(content.type)],
          ['Starts', content.startsAt],
          ['Ends', content.endsAt],
        ]}
      />
      <Section itemId={item.id} field="uses" label={`Uses (${content.uses.length})`}>
        {content.uses.length === 0 ? (
          <p className="text-base text-subtle">
            It names nothing it uses, so nobody is told when something changes under it.
          </p>
        ) : (
          <Table label="Uses" frameClassName="max-h-[32rem]">
            <TableHead>
              <tr>
                <HeadCell>Event</HeadCell>
                <HeadCell>Property</HeadCell>
                <HeadCell>Value</HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {content.uses.map((use) => (
                <Row key={use.key}>
                  <Cell>
                    <Mention id={use.eventId} view={view} at={at} />{' '}
                    {use.outcome ? <span className="text-subtle text-xs">outcome</span> : null}
                  </Cell>
                  <Cell>
                    <Mention id={use.propertyId} view={view} at={at} />
                  </Cell>
                  <Cell className="font-mono text-sm">{use.value === null ? '' : String(use.value)}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      <More view={view} />
    </>
  );
}

function Mention({ id, view, at }: { id: string | null; view: ItemView; at: string | null }) {
  const ref = id === null ? undefined : view.refs[id];
  return ref ? <ItemLink item={ref} at={at} icon /> : null;
}

function Meaning({ item, empty }: { item: Item; empty: string }) {
  return (
    <div className="max-w-[72ch]">
      <Section itemId={item.id} field="meaning" label="Meaning" lead>
        <Prose text={item.content.meaning} empty={empty} />
      </Section>
    </div>
  );
}

function More({ view }: { view: ItemView }) {
  if (!hasClosingFacts(view)) return null;
  return (
    <Section itemId={view.item.id} label="More" id="more">
      <ClosingFacts view={view} />
    </Section>
  );
}
