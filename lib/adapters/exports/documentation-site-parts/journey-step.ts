import type { StepEdge } from '@/lib/domain/journey/branches';
import { standingOf } from '@/lib/domain/journey/standing';
import { itemOfKind } from '@/lib/domain/plan/snapshot';
import { type Html, html, joined } from './html';
import { prose } from './prose';
import { itemLink, nameLink, type Place } from './site';
import type { SiteJourney, SiteStep } from './site-journeys';

/** A step of a journey as an entry of its list. */
export function journeyStep(place: Place, journey: SiteJourney, step: SiteStep): Html {
  return html`<li id="${step.id}"><h3 dir="auto">${titleOf(place, step)}</h3>
<p class="under">${step.title === '' || step.eventId === null ? null : html`${eventOf(place, step)} `}${standing(place, step)}</p>
${step.note.trim() === '' ? null : prose(place, step.note)}${picture(place, step)}<p class="ways">${waysOf(journey, step)}</p></li>
`;
}

function titleOf(place: Place, step: SiteStep): Html {
  return step.title === '' && step.eventId !== null
    ? eventOf(place, step)
    : html`<a class="anchor" href="#${step.id}">${step.name}</a>`;
}

/** The event of a step; the name it was known by where the plan no longer holds it. */
function eventOf({ site, up }: Place, { eventId, knownAs }: SiteStep): Html {
  const event = eventId !== null && site.journeys ? itemOfKind(site.journeys.snapshot, 'event', eventId) : undefined;
  return event ? nameLink({ site, up }, event) : html`<span class="name">${knownAs || 'An event'}</span>`;
}

function standing({ site }: Place, step: SiteStep): Html {
  const { code, words } = standingOf(step, site.journeys?.snapshot ?? site.plan.snapshot);
  return html`<span class="chip ${code}">${words}</span>`;
}

function waysOf({ steps, ways }: SiteJourney, { id }: SiteStep): Html {
  const found = ways.get(id) ?? [];
  if (found.length === 0) return html`<span class="quiet">The journey ends here.</span>`;
  const on = linksTo(
    steps,
    found.filter(({ isBack }) => !isBack),
  );
  const back = linksTo(
    steps,
    found.filter(({ isBack }) => isBack),
  );
  if (!back) return html`Leads to ${on}`;
  return html`Leads ${on ? html`to ${on}, and ` : null}back to ${back}`;
}

function linksTo(steps: readonly SiteStep[], ways: readonly StepEdge[]): Html | null {
  const links = ways.flatMap(({ to }) => {
    const step = steps.find(({ id }) => id === to);
    return step ? [html`<a href="#${to}">${step.number} <span dir="auto">${step.name}</span></a>`] : [];
  });
  return links.length === 0 ? null : joined(links, ', ');
}

/** What the picture of a step shows, and its marks by their numbers. */
function picture(place: Place, { imageDigest, imageAlt, annotations }: SiteStep): Html | null {
  if (imageDigest === null) return null;
  const shows =
    imageAlt === ''
      ? html`<span class="quiet">nobody wrote what it shows.</span>`
      : html`<span dir="auto">${imageAlt}</span>`;
  return html`<p><span class="quiet">On its picture:</span> ${shows}</p>
${
  annotations.length === 0
    ? null
    : html`<ol class="marks" aria-label="Marks on the picture">${annotations.map(
        (mark) => html`<li>${markOf(place, mark)}</li>`,
      )}</ol>
`
}`;
}

function markOf(place: Place, { label, itemId }: SiteStep['annotations'][number]): Html {
  const said = label === '' ? [] : [html`<span dir="auto">${label}</span>`];
  if (itemId === null) return said[0] ?? html`<span class="quiet">Marked without words</span>`;
  const item = place.site.journeys?.snapshot.items.get(itemId);
  const sent = item ? itemLink(place, item) : html`<span class="quiet">no longer in the plan</span>`;
  return joined([...said, sent], ' · ');
}
