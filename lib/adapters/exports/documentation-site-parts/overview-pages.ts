import { termAnchor } from '@/lib/domain/glossary/link-terms';
import type { Revision } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { shortened } from '@/lib/domain/plan-query/item-ref';
import { counted, grouped } from '@/lib/kit/grouped';
import { chips, ownerName, typeOf } from './facts';
import { type Html, html } from './html';
import { prose, words } from './prose';
import { releaseEntry } from './release-pages';
import { itemLink, linksById, type Place, row, section, table } from './site';

const glance = 220;

/** The first page: what is in the plan and what changed last. */
export function homePage(place: Place): Html {
  const { plan } = place.site;
  const latest = plan.past?.releases[0];
  const journeys = place.site.journeys?.list.length ?? 0;
  // In the order of the plan, where that is known.
  const counts = new Map<string, number>(plan.journeys?.stages.map((stage) => [stage, 0]));
  for (const { content } of itemsOfKind(plan.snapshot, 'event'))
    if (content.stage !== null) counts.set(content.stage, (counts.get(content.stage) ?? 0) + 1);
  const stages = [...counts].filter(([, count]) => count > 0);
  return html`<h1 dir="auto">${plan.name}</h1>
<ul class="counts">${Object.values(kinds).map(({ kind, slug, label, plural }) => {
    const count = itemsOfKind(plan.snapshot, kind).length;
    return count === 0
      ? null
      : html`<li><a href="${place.up}${slug}/index.html"><b>${grouped(count)}</b> ${(count === 1 ? label : plural).toLowerCase()}</a></li>
`;
  })}${
    journeys === 0
      ? null
      : html`<li><a href="${place.up}journeys/index.html"><b>${grouped(journeys)}</b> ${journeys === 1 ? 'journey' : 'journeys'}</a></li>
`
  }</ul>
<noscript><p class="notice">Search needs JavaScript. Every page is reached by its list without it.</p></noscript>
${section(
  'stages',
  'Stages',
  stages.length === 0 ? null : chips(stages.map(([stage, count]) => `${stage}: ${grouped(count)}`)),
)}${section(
  'latest',
  'Changed last',
  latest
    ? html`${releaseEntry(place, latest)}<p><a href="${place.up}releases/index.html">Every release</a></p>
`
    : null,
)}`;
}

/** Every item of a kind with its meaning. */
export function listPage(place: Place, kind: ItemKind): Html {
  const items: readonly Revision[] = itemsOfKind(place.site.plan.snapshot, kind);
  const { label, plural } = kinds[kind];
  return html`<h1>${plural}</h1>
<p class="under">${counted(items.length, label, plural).toLowerCase()}</p>
${table(
  plural,
  [label, 'Meaning', extraHead[kind], 'Owner'],
  items.map((item) =>
    row([
      html`${itemLink(place, item)}${item.content.displayName === '' ? null : html`<br><small dir="auto">${item.content.displayName}</small>`}`,
      item.content.meaning.trim() === ''
        ? html`<span class="quiet">No meaning written</span>`
        : words(place, shortened(item.content.meaning, glance)),
      extraOf(place, item),
      item.content.owner ? ownerName(place, item.content.owner) : '',
    ]),
  ),
)}`;
}

const extraHead: Readonly<Record<ItemKind, string>> = {
  event: 'Category',
  property: 'Type',
  'property-group': 'Properties',
  source: 'Runs',
  destination: 'Service',
  consumer: 'Kind',
};

function extraOf(place: Place, item: Revision): Html | string {
  switch (item.kind) {
    case 'event':
      return [item.content.category, item.content.stage ?? ''].filter(Boolean).join(' · ');
    case 'property':
      return typeOf(place, item.content.type);
    case 'property-group':
      return String(item.content.properties.length);
    case 'source':
      return [item.content.runtime, item.content.platform].filter(Boolean).join(' · ');
    case 'destination':
      return item.content.service;
    case 'consumer':
      return item.content.type.replaceAll('-', ' ');
  }
}

/** Where events come from and go to, as a table. */
export function mapPage(place: Place): Html {
  const { snapshot } = place.site.plan;
  const readers = new Map<string, Set<string>>();
  for (const { id, content } of itemsOfKind(snapshot, 'consumer'))
    for (const { eventId } of content.uses)
      if (eventId !== null) readers.set(eventId, (readers.get(eventId) ?? new Set()).add(id));
  const events = itemsOfKind(snapshot, 'event').filter(({ content }) => content.lifecycle.state !== 'retired');
  return html`<h1>Map</h1>
<p class="under">Where events come from, and who gets and reads them</p>
${
  events.length === 0
    ? html`<p class="quiet">No events yet.</p>
`
    : table(
        'Map',
        ['Sources', 'Event', 'Destinations', 'Consumers'],
        events.map((event) =>
          row([
            linksById(place, event.content.sources),
            itemLink(place, event),
            linksById(place, event.content.destinations),
            linksById(place, [...(readers.get(event.id) ?? [])]),
          ]),
        ),
      )
}`;
}

/** The plan's own words. */
export function glossaryPage(place: Place): Html {
  const { glossary = [] } = place.site.plan;
  return html`<h1>Glossary</h1>
<dl class="glossary">${glossary.map(
    ({ term, aliases, definition }) => html`<div id="${termAnchor(term)}"><dt dir="auto">${term}</dt>
<dd>${
      aliases.length === 0
        ? null
        : html`<p class="quiet">Also: ${aliases.join(', ')}</p>
`
    }${prose(place, definition)}</dd></div>
`,
  )}</dl>
`;
}
