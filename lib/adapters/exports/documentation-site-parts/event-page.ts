import type { Revision } from '@/lib/domain/plan/item';
import { itemsOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { type Confusion, confusableEvents } from '@/lib/domain/plan-query/confusable';
import { closing, commonFacts, factList, heading, history, meaning, meaningSince, sentences } from './facts';
import { type Html, html, joined } from './html';
import { inJourneys } from './journey-links';
import { outside, words } from './prose';
import { itemLink, linkById, linksById, type Place, row, section, table } from './site';
import { tableOfUses } from './use-table';

const mostConfusable = 5;

/** The page of an event. */
export function eventPage(place: Place, event: Revision<'event'>): Html {
  const { content } = event;
  const { snapshot } = place.site.plan;
  return html`${heading(place, event, content.action === 'track' ? 'Event' : `Event · ${content.action}`)}${meaning(place, content.meaning)}${sentences(place, 'fires-when', 'Fires when', content.firesWhen)}${sentences(place, 'does-not-count', 'Does not count', content.doesNotCount)}${sentences(place, 'purpose', 'What it is for', content.purpose)}${section('facts', 'Facts', eventFacts(place, event))}${section('properties', 'Properties', tableOfUses(place, event))}${examples(event)}${confusable(place, snapshot, event)}${section('consumers', 'Who depends on it', readers(place, event))}${screenshots(event)}${closing(place, event)}${history(place, event)}`;
}

function eventFacts(place: Place, event: Revision<'event'>): Html | null {
  const { content } = event;
  return factList([
    ['Meaning', meaningSince(place, event)],
    ['Sources', content.sources.length > 0 ? linksById(place, content.sources) : null],
    ['Source of truth', content.sourceOfTruth ? linkById(place, content.sourceOfTruth) : null],
    ['Destinations', content.destinations.length > 0 ? destinations(place, event) : null],
    ['Property groups', content.groups.length > 0 ? linksById(place, content.groups) : null],
    ['Stage', content.stage],
    ['In journeys', inJourneys(place, event.id)],
    ['Category', content.category],
    ...commonFacts(place, event),
  ]);
}

function destinations(place: Place, event: Revision<'event'>): Html {
  return joined(
    event.content.destinations.map((id) => {
      const item = place.site.plan.snapshot.items.get(id);
      const mapping =
        item?.kind === 'destination' ? item.content.nameMapping.find(({ itemId }) => itemId === event.id) : undefined;
      if (!mapping) return linkById(place, id);
      const sent = mapping.sendAs === null ? html`not sent` : html`as <code>${mapping.sendAs}</code>`;
      return html`${linkById(place, id)} (${sent})`;
    }),
    ', ',
  );
}

function examples({ content }: Revision<'event'>): Html {
  if (content.examples.length === 0) return html``;
  return section(
    'examples',
    'Example payloads',
    html`${content.examples.map(
      ({ title, payload }) => html`${
        title === ''
          ? null
          : html`<h3 dir="auto">${title}</h3>
`
      }<pre tabindex="0"><code>${JSON.stringify(payload, null, 2)}</code></pre>
`,
    )}`,
  );
}

const because: Readonly<Record<Confusion, string>> = {
  name: 'a near name',
  meaning: 'nearly the same meaning',
  trigger: 'the same moment',
};

function confusable(place: Place, snapshot: Snapshot, event: Revision<'event'>): Html {
  const found = confusableEvents(snapshot, event, mostConfusable);
  if (found.length === 0) return html``;
  return section(
    'confusable',
    'Easily confused with',
    table(
      'Easily confused with',
      ['Event', 'Meaning', 'Alike by'],
      found.map((one) =>
        row([
          itemLink(place, one.event),
          words(place, one.event.content.meaning),
          one.because.map((reason) => because[reason]).join(', '),
        ]),
      ),
    ),
  );
}

function screenshots({ content }: Revision<'event'>): Html {
  if (content.screenshots.length === 0) return html``;
  return section(
    'screenshots',
    'Screenshots',
    html`<ul>${content.screenshots.map(({ label, url }) => html`<li>${outside(url, label)}</li>`)}</ul>
`,
  );
}

/** Consumers of an event or a property, and what of it they use. */
export function readers(place: Place, item: Revision): Html | null {
  const uses = usesOf(place.site.plan.snapshot).get(item.id) ?? [];
  if (uses.length === 0) return null;
  return html`<ul>${uses.map(
    ({ consumer, use }) =>
      html`<li>${itemLink(place, consumer)}${use.value === null ? null : html`, only where it is <code>${String(use.value)}</code>`}${use.outcome ? ', as its outcome' : null}</li>`,
  )}</ul>
`;
}

type Use = Revision<'consumer'>['content']['uses'][number];
interface ReaderUse {
  readonly consumer: Revision<'consumer'>;
  readonly use: Use;
}

function usesOf(snapshot: Snapshot): ReadonlyMap<string, readonly ReaderUse[]> {
  const known = kept.get(snapshot);
  if (known) return known;
  const uses = new Map<string, ReaderUse[]>();
  for (const consumer of itemsOfKind(snapshot, 'consumer'))
    for (const use of consumer.content.uses)
      for (const id of [use.eventId, use.propertyId]) {
        if (id === null) continue;
        const list = uses.get(id) ?? [];
        if (!list.some((one) => one.consumer === consumer && one.use.value === use.value)) list.push({ consumer, use });
        uses.set(id, list);
      }
  kept.set(snapshot, uses);
  return uses;
}

// Kept with the snapshot, which never changes.
const kept = new WeakMap<Snapshot, ReadonlyMap<string, readonly ReaderUse[]>>();
