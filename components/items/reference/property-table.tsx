import { GlossaryText } from '@/components/shared/glossary-text';
import { ItemLink } from '@/components/shared/item-link';
import { Badge } from '@/components/ui/badge';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ItemView, ResolvedUseView } from '@/lib/contracts/items';
import type { Presence } from '@/lib/domain/plan/property-use';

/** The properties that an event or a group carries, each with an anchor of its own. */
export function PropertyTable({ view, at }: { view: ItemView; at: string | null }) {
  if (view.properties.length === 0) {
    return (
      <p className="text-base text-subtle">
        {view.item.kind === 'event'
          ? 'No properties are sent with this event.'
          : 'This group bundles no properties yet.'}
      </p>
    );
  }
  return (
    <Table label="Properties" className="min-w-[44rem]">
      <TableHead>
        <tr>
          <HeadCell className="w-48">Name</HeadCell>
          <HeadCell className="w-32">Type</HeadCell>
          <HeadCell className="w-28">Presence</HeadCell>
          <HeadCell>Meaning</HeadCell>
          <HeadCell className="w-24">Data class</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {view.properties.map((one) => (
          <Row key={one.property.id} id={`property-${one.property.name}`} className="scroll-mt-24 target:bg-selected">
            <Cell className="align-top">
              <ItemLink item={one.property} at={at} />
              {one.group ? (
                <p className="text-subtle text-xs">
                  from <ItemLink item={one.group} at={at} className="text-xs" />
                </p>
              ) : null}
            </Cell>
            <Cell className="align-top font-mono text-sm">
              {one.type}
              {one.unit ? <span className="text-subtle"> in {one.unit}</span> : null}
            </Cell>
            <Cell className="align-top">
              <PresenceWords presence={one.use.presence} />
              <PerSource use={one} view={view} />
            </Cell>
            <Cell className="align-top text-base">
              <p dir="auto">
                {one.property.meaning === '' ? (
                  <span className="text-subtle">No meaning written</span>
                ) : (
                  <GlossaryText text={one.property.meaning} />
                )}
              </p>
              {one.use.note === '' ? null : (
                <p className="text-muted">
                  Here: <GlossaryText text={one.use.note} />
                </p>
              )}
              <Values use={one} />
            </Cell>
            <Cell className="align-top">
              <DataClass dataClass={one.dataClass} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** How often a property comes, in words. */
export function PresenceWords({ presence }: { presence: Presence }) {
  return <span>{presence.kind === 'when' ? `when ${presence.condition}` : presence.kind}</span>;
}

/** The data class of a property; undeclared stands out. */
export function DataClass({ dataClass }: { dataClass: { readonly class: string; readonly kind: string } }) {
  if (dataClass.class === 'none') return <span className="text-subtle">none</span>;
  const words = dataClass.kind === '' ? dataClass.class : `${dataClass.class}: ${dataClass.kind}`;
  return <Badge tone={dataClass.class === 'undeclared' ? 'changed' : 'neutral'}>{words}</Badge>;
}

function PerSource({ use, view }: { use: ResolvedUseView; view: ItemView }) {
  if (use.use.perSource.length === 0) return null;
  return (
    <ul className="mt-1 text-muted text-xs">
      {use.use.perSource.map((difference) => (
        <li key={difference.sourceId}>
          {view.refs[difference.sourceId]?.name ?? 'unknown source'}:{' '}
          {difference.presence ? <PresenceWords presence={difference.presence} /> : null} {difference.note}
        </li>
      ))}
    </ul>
  );
}

const shownValues = 12;

function Values({ use }: { use: ResolvedUseView }) {
  if (use.use.pinned)
    return (
      <p className="text-muted">
        Always <code className="font-mono text-sm">{String(use.use.pinned.value)}</code>
      </p>
    );
  const meanings = new Map(use.allowedValues?.map((one) => [one.value, one.meaning]));
  const values = use.use.allowedValues ?? use.allowedValues?.map((one) => one.value) ?? [];
  if (values.length === 0) return null;
  const line = (value: string | number | boolean) => (
    <li key={`${typeof value} ${value}`}>
      <code className="font-mono text-sm">{String(value)}</code>
      {meanings.get(value) ? <span className="text-muted"> – {meanings.get(value)}</span> : null}
    </li>
  );
  return (
    <>
      <ul className="mt-1">{values.slice(0, shownValues).map(line)}</ul>
      {values.length > shownValues ? (
        <details>
          <summary className="text-accent text-sm">{values.length - shownValues} more values</summary>
          <ul>{values.slice(shownValues).map(line)}</ul>
        </details>
      ) : null}
    </>
  );
}
