import { shortened } from '@/lib/domain/plan-query/item-ref';
import { counted, grouped } from '@/lib/kit/grouped';
import { type Html, html } from './html';
import { journeyLink } from './journey-links';
import { words } from './prose';
import { type Place, row, table } from './site';
import type { SiteJourney, SiteJourneys } from './site-journeys';

const glance = 220;

/** Every journey with what it is about and how much of it is sent. */
export function journeysPage(place: Place): Html {
  const { journeys } = place.site;
  const list = journeys?.list ?? [];
  return html`<h1>Journeys</h1>
<p class="under">${counted(list.length, 'journey')}</p>
${table(
  'Journeys',
  ['Journey', 'What it is about', 'Steps', 'Events live'],
  list.map((journey) =>
    row([
      journeyLink(place, journey),
      journey.description.trim() === ''
        ? html`<span class="quiet">Not described</span>`
        : words(place, shortened(journey.description, glance)),
      grouped(journey.steps.length),
      (journeys && liveEvents(journeys, journey)) ?? html`<span class="quiet">Screens only</span>`,
    ]),
  ),
)}`;
}

/** How many of the events of a journey are live, `3 of 5`; null when it has screens only. */
export function liveEvents({ snapshot }: SiteJourneys, { steps }: SiteJourney): string | null {
  const ids = new Set(steps.flatMap(({ eventId }) => eventId ?? []));
  if (ids.size === 0) return null;
  const live = [...ids].filter((id) => snapshot.items.get(id)?.content.lifecycle.state === 'live').length;
  return `${grouped(live)} of ${grouped(ids.size)}`;
}
