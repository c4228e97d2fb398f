import type { Revision } from '@/lib/domain/plan/item';
import { type ResolvedUse, resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import { code, presence, typeOf } from './facts';
import { type Html, html, joined } from './html';
import { words } from './prose';
import { itemLink, linkById, type Place, row, table } from './site';

/** More values than this are read on the property's own page. */
const mostValues = 12;

/** The properties of an event or a group, those of its groups among them, with what differs per source. */
export function tableOfUses(place: Place, item: Revision<'event'> | Revision<'property-group'>): Html {
  const uses = resolvedUses(place.site.plan.snapshot, item);
  if (uses.length === 0)
    return html`<p class="quiet">${item.kind === 'event' ? 'No properties are sent with this event.' : 'This group bundles no properties yet.'}</p>
`;
  return table(
    'Properties',
    ['Name', 'Type', 'Sent', 'Meaning'],
    uses.map((one) =>
      row(
        [
          html`${itemLink(place, one.property)}${one.group ? html`<br><small>from ${itemLink(place, one.group)}</small>` : null}`,
          html`${typeOf(place, one.property.content.type)}${one.property.content.unit === null ? null : html` in ${one.property.content.unit}`}`,
          html`${presence(place, one.use.presence)}${differences(place, one)}`,
          html`${said(place, one)}${values(place, one)}`,
        ],
        `property-${one.property.id}`,
      ),
    ),
  );
}

function differences(place: Place, { use }: ResolvedUse): Html | null {
  if (use.perSource.length === 0) return null;
  return html`<ul class="per-source">${use.perSource.map(
    (one) =>
      html`<li>${linkById(place, one.sourceId)}: ${one.presence ? presence(place, one.presence) : null}${one.presence && one.note !== '' ? '. ' : null}${one.note === '' ? null : words(place, one.note)}</li>`,
  )}</ul>`;
}

function said(place: Place, { use, property }: ResolvedUse): Html {
  const meaning = property.content.meaning.trim();
  return html`${meaning === '' ? html`<span class="quiet">No meaning written</span>` : words(place, meaning)}${use.note === '' ? null : html`<br><span class="here">Here: ${words(place, use.note)}</span>`}`;
}

function values(place: Place, { use, property }: ResolvedUse): Html | null {
  if (use.pinned) return html`<br>Always ${code(use.pinned.value)}`;
  const listed = use.allowedValues ?? property.content.allowedValues?.map(({ value }) => value) ?? [];
  if (listed.length === 0) return null;
  const more = listed.length - mostValues;
  const shown = joined(listed.slice(0, mostValues).map(code), ' ');
  return html`<br><span class="values">One of ${shown}${more > 0 ? html` and ${itemLink(place, property, `${more} more`)}` : null}</span>`;
}
