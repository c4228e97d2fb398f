import type { Revision } from '@/lib/domain/plan/item';
import { itemsOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { carriersOf } from '@/lib/domain/plan-query/resolved-uses';
import { eventPage, readers } from './event-page';
import { closing, code, commonFacts, type Fact, factList, heading, history, meaning, presence, typeOf } from './facts';
import { type Html, html, joined } from './html';
import { words } from './prose';
import { itemLink, linkById, type Place, row, section, table } from './site';
import { tableOfUses } from './use-table';

/** The page of an item of any kind. */
export function itemPage(place: Place, item: Revision): Html {
  switch (item.kind) {
    case 'event':
      return eventPage(place, item);
    case 'property':
      return propertyPage(place, item);
    case 'property-group':
      return plainPage(
        place,
        item,
        'Property group',
        [],
        [
          section('properties', 'Properties', tableOfUses(place, item)),
          section(
            'events',
            'Events that carry it',
            eventsWith(place, item.id, ({ content }) => content.groups),
          ),
        ],
      );
    case 'source':
      return plainPage(
        place,
        item,
        'Source',
        [
          ['Runs', item.content.runtime === 'client' ? 'on the user’s machine' : 'on our servers'],
          ['Platform', item.content.platform],
        ],
        [
          section(
            'events',
            'Events it fires',
            eventsWith(place, item.id, ({ content }) => content.sources),
          ),
        ],
      );
    case 'destination':
      return destinationPage(place, item);
    case 'consumer':
      return consumerPage(place, item);
  }
}

function plainPage(
  place: Place,
  item: Revision,
  kind: string,
  facts: readonly Fact[],
  sections: readonly (Html | null)[],
): Html {
  return html`${heading(place, item, kind)}${meaning(place, item.content.meaning)}${section('facts', 'Facts', factList([...facts, ...commonFacts(place, item)]))}${sections}${closing(place, item)}${history(place, item)}`;
}

function propertyPage(place: Place, property: Revision<'property'>): Html {
  const { content } = property;
  const range = (least: number | null, most: number | null) =>
    least === null && most === null ? null : `${least ?? 'any'} to ${most ?? 'any'}`;
  const { class: dataClass, kind } = content.dataClass;
  const values = content.allowedValues;
  return plainPage(
    place,
    property,
    'Property',
    [
      ['Type', typeOf(place, content.type)],
      ['Unit', content.unit],
      ['Format', content.format],
      ['Pattern', content.pattern === null ? null : code(content.pattern)],
      ['Range', range(content.minimum, content.maximum)],
      ['Length', range(content.minLength, content.maxLength)],
      ['Describes', content.scope === 'event' ? 'the event' : `the ${content.scope}`],
      ['Data class', kind === '' ? dataClass : `${dataClass}: ${kind}`],
      ['Examples', content.examples.length === 0 ? null : joined(content.examples.map(code), ' ')],
    ],
    [
      section(
        'values',
        'Allowed values',
        values === null
          ? null
          : table(
              'Allowed values',
              ['Value', 'Meaning'],
              values.map((one) => row([code(one.value), words(place, one.meaning)])),
            ),
      ),
      section('events', 'Sent with', carriers(place, property)),
      section('consumers', 'Who depends on it', readers(place, property)),
    ],
  );
}

function carriers(place: Place, property: Revision<'property'>): Html | null {
  const found = carriersOf(place.site.plan.snapshot).get(property.id) ?? [];
  if (found.length === 0)
    return html`<p class="quiet">No event carries it.</p>
`;
  return table(
    'Sent with',
    ['Event or group', 'Sent', 'Note'],
    found.map(({ item, use, group }) =>
      row([
        html`${itemLink(place, item)}${group ? html`<br><small>through ${itemLink(place, group)}</small>` : null}`,
        presence(place, use.presence),
        html`${use.note === '' ? null : words(place, use.note)}${use.pinned ? html` Always ${code(use.pinned.value)}` : null}`,
      ]),
    ),
  );
}

function destinationPage(place: Place, destination: Revision<'destination'>): Html {
  const { content } = destination;
  const renamed = [...content.nameMapping].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  return plainPage(
    place,
    destination,
    'Destination',
    [
      ['Service', content.service],
      ['Longest name', content.maxNameLength === null ? null : `${content.maxNameLength} characters`],
      ['Names match', content.namePattern === null ? null : code(content.namePattern)],
      ['Most properties', content.maxPropertiesPerEvent === null ? null : `${content.maxPropertiesPerEvent} per event`],
    ],
    [
      section(
        'events',
        'Events it gets',
        eventsWith(place, destination.id, (event) => event.content.destinations),
      ),
      section(
        'names',
        'Names there',
        renamed.length === 0
          ? null
          : table(
              'Names there',
              ['Item', 'Sent as'],
              renamed.map(({ itemId, sendAs }) =>
                row([linkById(place, itemId), sendAs === null ? 'not sent' : code(sendAs)]),
              ),
            ),
      ),
    ],
  );
}

function consumerPage(place: Place, consumer: Revision<'consumer'>): Html {
  const { content } = consumer;
  const uses = content.uses.map((use) =>
    row([
      use.eventId ? linkById(place, use.eventId) : 'any event',
      use.propertyId ? linkById(place, use.propertyId) : '',
      html`${use.value === null ? null : code(use.value)}${use.outcome ? ' the outcome' : null}`,
    ]),
  );
  return plainPage(
    place,
    consumer,
    `Consumer · ${content.type.replaceAll('-', ' ')}`,
    [
      ['Starts', content.startsAt],
      ['Ends', content.endsAt],
    ],
    [
      section(
        'uses',
        'What it depends on',
        uses.length === 0 ? null : table('Uses', ['Event', 'Property', 'Value'], uses),
      ),
    ],
  );
}

function eventsWith(place: Place, id: string, idsOf: (event: Revision<'event'>) => readonly string[]): Html {
  const events = eventsNaming(place.site.plan.snapshot, idsOf, id);
  if (events.length === 0)
    return html`<p class="quiet">None.</p>
`;
  return table(
    'Events',
    ['Event', 'Meaning'],
    events.map((event) => row([itemLink(place, event), words(place, event.content.meaning)])),
  );
}

function eventsNaming(
  snapshot: Snapshot,
  idsOf: (event: Revision<'event'>) => readonly string[],
  id: string,
): Revision<'event'>[] {
  return itemsOfKind(snapshot, 'event').filter((event) => idsOf(event).includes(id));
}
