import { type Html, html, joined } from './html';
import type { Place } from './site';
import type { SiteJourney, SiteStep } from './site-journeys';

/** A link to the page of a journey. */
export function journeyLink(place: Place, { path, name }: SiteJourney): Html {
  return html`<a href="${place.up}${path}"><span dir="auto">${name}</span></a>`;
}

/** The journeys that have an event, with its steps there; null when none has. */
export function inJourneys(place: Place, eventId: string): Html | null {
  const found = place.site.journeys?.ofEvent.get(eventId) ?? [];
  if (found.length === 0) return null;
  const step = ({ path }: SiteJourney, { id, number }: SiteStep) =>
    html`<a href="${place.up}${path}#${id}">${number}</a>`;
  return joined(
    found.map(({ journey, steps }) => {
      const numbers = joined(
        steps.map((one) => step(journey, one)),
        ', ',
      );
      return html`${journeyLink(place, journey)} (${steps.length === 1 ? 'step' : 'steps'} ${numbers})`;
    }),
    ', ',
  );
}
