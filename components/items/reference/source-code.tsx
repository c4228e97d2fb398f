import Link from 'next/link';
import { ItemLink } from '@/components/shared/item-link';
import { planHref } from '@/components/shared/plan-href';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { SourceCode as Code } from '@/lib/contracts/item-extras';
import { grouped } from '@/lib/kit/grouped';
import { PresenceWords } from './property-table';
import { Section } from './section';

interface Props {
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly itemId: string;
  readonly code: Code;
  readonly at: string | null;
}

/** What must be in the code of a source: every event with its properties as they are here, and the latest change to follow. */
export function SourceCode({ place, itemId, code, at }: Props) {
  if (code.total === 0) return null;
  return (
    <Section itemId={itemId} label={`In its code (${grouped(code.total)})`} id="code">
      <p className="mb-2 max-w-[72ch] text-base text-muted">
        What this source sends, as it is here. What changed last comes first: its code must follow that release.
      </p>
      <ul className="flex flex-col gap-2">
        {code.events.map((event) => (
          <li key={event.item.id} className="rounded-card border border-border p-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <ItemLink item={event.item} at={at} icon />
              {event.isSourceOfTruth ? <Badge tone="info">Source of truth</Badge> : null}
              {event.duty === 'remove' ? <Badge tone="removed">Remove it from the code</Badge> : null}
              {event.follow ? <Follow place={place} follow={event.follow} own={event.item.id} at={at} /> : null}
            </div>
            {event.firesWhen.trim() === '' ? null : (
              <p className="mt-1 max-w-[72ch] break-words text-base" dir="auto">
                {event.firesWhen}
              </p>
            )}
            <Properties event={event} at={at} />
          </li>
        ))}
      </ul>
      {code.total > code.events.length ? (
        <p className="mt-2 text-base text-muted">
          and {grouped(code.total - code.events.length)} more. All of them are in an{' '}
          <Link href={planHref(place, 'exports')} className="text-accent underline underline-offset-2">
            export
          </Link>
          .
        </p>
      ) : null}
    </Section>
  );
}

type Event = Code['events'][number];

function Follow({
  place,
  follow,
  own,
  at,
}: {
  place: Props['place'];
  follow: NonNullable<Event['follow']>;
  own: string;
  at: string | null;
}) {
  return (
    <span className="text-muted">
      follows{' '}
      <Link
        href={planHref(place, `releases/${follow.release.number}`)}
        prefetch={false}
        className="text-accent underline underline-offset-2"
      >
        release {follow.release.number}
      </Link>
      , <RelativeTime at={follow.release.at} />
      {follow.item.id === own ? null : (
        <>
          , by <ItemLink item={follow.item} at={at} />
        </>
      )}
    </span>
  );
}

function Properties({ event, at }: { event: Event; at: string | null }) {
  if (event.properties.length === 0) return <p className="mt-1 text-sm text-subtle">It carries no properties here.</p>;
  return (
    <details className="mt-1">
      <summary className="cursor-pointer rounded-control py-1 text-sm">
        {event.properties.length === 1 ? 'One property' : `${event.properties.length} properties`}
      </summary>
      <Table label={`Properties of ${event.item.name} here`} frameClassName="max-h-96">
        <TableHead>
          <tr>
            <HeadCell>Property</HeadCell>
            <HeadCell>Type</HeadCell>
            <HeadCell>Presence here</HeadCell>
            <HeadCell>Values</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {event.properties.map((one) => (
            <Row key={one.item.id}>
              <Cell className="align-top">
                <ItemLink item={one.item} at={at} />
              </Cell>
              <Cell className="align-top font-mono text-sm">{one.type}</Cell>
              <Cell className="align-top">
                <PresenceWords presence={one.presence} />
                {one.differsHere ? <span className="block text-subtle text-xs">differs from other sources</span> : null}
              </Cell>
              <Cell className="break-words align-top text-sm">
                {one.values?.slice(0, 12).map(String).join(', ')}
                {(one.values?.length ?? 0) > 12 ? ' …' : ''}
                {one.note === '' ? null : <span className="block text-muted">{one.note}</span>}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
