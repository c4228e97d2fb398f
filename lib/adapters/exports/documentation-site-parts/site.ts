import type { PreparedTerms } from '@/lib/domain/glossary/link-terms';
import { qualifiedName, type Revision } from '@/lib/domain/plan/item';
import type { ExportPlan, ExportTerm } from '../define';
import { type Html, html, joined } from './html';
import type { SiteJourneys } from './site-journeys';

/** What every page of a documentation knows. */
export interface Site {
  readonly plan: ExportPlan;
  /** The page of each item, by its id. */
  readonly paths: ReadonlyMap<string, string>;
  readonly terms: PreparedTerms;
  readonly termsById: ReadonlyMap<string, ExportTerm>;
  /** Missing where the plan has none, or nobody asked for them. */
  readonly journeys: SiteJourneys | null;
  /** A sentence above every page; who shares it and until when. */
  readonly banner: string | null;
}

/** A page of a documentation, and how it reaches the top of the folder. */
export interface Place {
  readonly site: Site;
  /** `''` at the top, `'../'` one folder below. */
  readonly up: '' | '../';
}

/** A link to an item, which says when it is retired; its name alone where the pages leave it out. */
export function itemLink(place: Place, item: Revision, words?: string): Html {
  return html`${nameLink(place, item, words)}${item.content.lifecycle.state === 'retired' ? html` <small class="chip retired">retired</small>` : null}`;
}

/** A link to an item that says nothing else of it. */
export function nameLink(place: Place, item: Revision, words?: string): Html {
  const path = place.site.paths.get(item.id);
  const name = html`<span class="name">${breakable(words ?? qualifiedName(item))}</span>`;
  return path === undefined ? name : html`<a href="${place.up}${path}">${name}</a>`;
}

/** A name that a line may break where its words meet. */
function breakable(name: string): Html {
  const pieces = name.split(/(?<=[_./:-])/u);
  return html`${pieces.map((piece, at) => (at === 0 ? piece : html`<wbr>${piece}`))}`;
}

/** A link to an item by its id. */
export function linkById(place: Place, id: string): Html {
  const item = place.site.plan.snapshot.items.get(id);
  return item ? itemLink(place, item) : html`<span class="quiet">no longer in the plan</span>`;
}

/** Links to several items, in the order given. */
export function linksById(place: Place, ids: readonly string[]): Html {
  return joined(
    ids.map((id) => linkById(place, id)),
    ', ',
  );
}

/** A heading with an address of its own. */
export function section(id: string, title: string, body: Html | null): Html {
  return body === null
    ? html``
    : html`<section id="${id}"><h2><a class="anchor" href="#${id}">${title}</a></h2>${body}</section>
`;
}

/** A table that scrolls by itself where it is wider than the screen. */
export function table(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>
${rows}</tbody></table></div>
`;
}

/** A row of cells. */
export function row(cells: readonly (Html | string)[], id?: string): Html {
  return html`<tr${id === undefined ? null : html` id="${id}"`}>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}
