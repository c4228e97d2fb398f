import { presenceInWords } from '@/lib/domain/diff/words';
import { type Revision, versionText } from '@/lib/domain/plan/item';
import type { Json, Owner, Scalar } from '@/lib/domain/plan/parts';
import { type PropertyType, typeInWords } from '@/lib/domain/plan/property-type';
import type { Presence } from '@/lib/domain/plan/property-use';
import { type Html, html, joined } from './html';
import { outside, prose, words } from './prose';
import { linkById, type Place, section } from './site';

/** A fact and its value; a fact without a value is left out. */
export type Fact = readonly [label: string, value: Html | string | null];

/** Facts as a list of pairs. */
export function factList(facts: readonly Fact[]): Html | null {
  const told = facts.filter(([, value]) => value !== null && value !== '');
  if (told.length === 0) return null;
  return html`<dl>${told.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>
`,
  )}</dl>
`;
}

/** Facts that every kind has, after its own. */
export function commonFacts(place: Place, { content, version, fromRelease }: Revision): Fact[] {
  return [
    ['Owner', content.owner ? ownerName(place, content.owner) : html`<span class="quiet">Nobody yet</span>`],
    ['Tags', content.tags.length > 0 ? chips([...content.tags].sort()) : null],
    ['Review by', content.reviewBy],
    ['Version', `${versionText(version)}, unchanged since release ${fromRelease}`],
  ];
}

/** What an owner is called, or its id where nobody knows. */
export function ownerName({ site }: Place, owner: Owner): string {
  return site.plan.ownerNames.get(owner.id) ?? owner.id;
}

/** Short words, each in a frame of its own. */
export function chips(texts: readonly string[]): Html {
  return joined(
    texts.map((text) => html`<span class="chip">${text}</span>`),
    ' ',
  );
}

/** A value as code. */
export function code(value: Scalar | Json): Html {
  return html`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`;
}

/** The type of a property with the fields of its objects. */
export function typeOf(place: Place, type: PropertyType): Html {
  if (type.type === 'object' && type.fields.length > 0)
    return html`object<ul class="fields">${type.fields.map(
      (field) =>
        html`<li><code>${field.name}</code>${field.required ? null : ', optional'}: ${typeOf(place, field.type)}${field.meaning === '' ? null : html` · ${words(place, field.meaning)}`}</li>`,
    )}</ul>`;
  if (type.type === 'array') return html`list of ${typeOf(place, type.items)}`;
  if (type.type === 'union')
    return joined(
      type.of.map((member) => typeOf(place, member)),
      ' or ',
    );
  return html`${typeInWords(type)}`;
}

/** How often a property comes. */
export function presence(place: Place, value: Presence): Html {
  return words(place, presenceInWords(value));
}

/** Beginning of an item's page: kind, name, other name, where it stands. */
export function heading(place: Place, item: Revision, kind: string): Html {
  const { state, replacedBy } = item.content.lifecycle;
  return html`<p class="kind">${kind}${item.namespace === null ? null : html` · <span class="name">${item.namespace}</span>`}</p>
<h1 dir="auto"><span class="name">${item.name}</span></h1>
<p class="under">${item.content.displayName === '' ? null : html`<span dir="auto">${item.content.displayName}</span> · `}<span class="chip ${state}">${state}</span></p>
${
  replacedBy === null
    ? null
    : html`<p class="notice">Use ${linkById(place, replacedBy)} instead.</p>
`
}${
  state === 'planned'
    ? html`<p class="notice">Planned: it is not sent yet.</p>
`
    : null
}`;
}

/** The meaning of an item, or that nobody wrote one. */
export function meaning(place: Place, text: string): Html {
  return html`<div class="meaning">${
    text.trim() === ''
      ? html`<p class="quiet">Nobody has written down yet what it means.</p>
`
      : prose(place, text)
  }</div>
`;
}

/** A section of sentences; left out when there are none. */
export function sentences(place: Place, id: string, title: string, text: string): Html {
  return section(id, title, text.trim() === '' ? null : prose(place, text));
}

/** Links and facts of foreign formats. */
export function closing(place: Place, { content }: Revision): Html {
  const links =
    content.links.length === 0
      ? null
      : html`<ul>${content.links.map(({ label, url }) => html`<li>${outside(url, label)}</li>`)}</ul>`;
  const extras = factList(content.extras.map(({ key, value }): Fact => [key, prose(place, value)]));
  return html`${section('links', 'Links', links)}${section('other-facts', 'Other facts', extras)}`;
}

/** What became of an item, newest first, and when its meaning changed last. */
export function history(place: Place, item: Revision): Html {
  const { past } = place.site.plan;
  const steps = past?.stepsOf(item.id) ?? [];
  if (steps.length === 0) return html``;
  const former = past?.formerNamesOf(item.id) ?? [];
  return section(
    'history',
    'History',
    html`${
      former.length === 0
        ? null
        : html`<p>Was called ${joined(
            former.map((name) => html`<span class="name">${name}</span>`),
            ', ',
          )} before.</p>
`
    }<ol class="history">${steps.map(
      (
        step,
      ) => html`<li><p><span class="chip ${step.significance}">${step.significance}</span> <a href="${place.up}releases/${step.release}.html">Release ${step.release}</a>, <time datetime="${step.day}">${step.day}</time>, version ${step.version}</p>
<ul>${step.words.map((one) => html`<li dir="auto">${one}</li>`)}</ul></li>
`,
    )}</ol>`,
  );
}

/** Since when the sentences of an item mean what they mean. */
export function meaningSince(place: Place, item: Revision): Html | null {
  const steps = place.site.plan.past?.stepsOf(item.id) ?? [];
  const last = steps.find(({ significance }) => significance === 'meaning');
  const first = steps.at(-1);
  if (last) return html`<a href="#history">Changed on ${last.day}</a>, in release ${last.release}`;
  return first ? html`The same since <a href="#history">${first.day}</a>` : null;
}
