import { significances } from '@/lib/domain/plan/significance';
import type { PastRelease } from '@/lib/domain/significance/plan-past';
import { grouped } from '@/lib/kit/grouped';
import { type Html, html } from './html';
import { prose } from './prose';
import type { Place } from './site';

const glance = 5;

/** Every release, newest first. */
export function releasesPage(place: Place): Html {
  const { past } = place.site.plan;
  return html`<h1>Releases</h1>
${
  past && past.releases.length > 0
    ? past.releases.map((release) => releaseEntry(place, release))
    : html`<p class="quiet">No release yet.</p>
`
}`;
}

/** A release as lists show it. */
export function releaseEntry(place: Place, release: PastRelease): Html {
  return html`<article class="release"><h2><a href="${place.up}releases/${release.number}.html">Release ${release.number}</a> <span dir="auto">${release.title}</span></h2>
${under(release)}${release.notes === null ? listed(release) : prose(place, release.notes)}</article>
`;
}

function listed(release: PastRelease): Html {
  const more = release.words.length - glance;
  return html`<ul>${release.words.slice(0, glance).map((one) => html`<li dir="auto">${one}</li>`)}${more > 0 ? html`<li class="quiet">and ${grouped(more)} more</li>` : null}</ul>
`;
}

/** All that a release changed. */
export function releasePage(place: Place, release: PastRelease): Html {
  const { releases = [] } = place.site.plan.past ?? {};
  const at = releases.indexOf(release);
  const step = (other: PastRelease | undefined, words: string) =>
    other ? html`<a href="${place.up}releases/${other.number}.html">${words} ${other.number}</a> ` : null;
  return html`<p class="kind">Release ${release.number}</p>
<h1 dir="auto">${release.title}</h1>
${under(release)}${release.notes === null ? null : prose(place, release.notes)}<ul>${release.words.map(
    (one) => html`<li dir="auto">${one}</li>
`,
  )}</ul>
<p class="steps">${step(releases[at + 1], '← Release')}${step(releases[at - 1], '→ Release')}</p>
`;
}

function under({ day, counts }: PastRelease): Html {
  return html`<p class="under"><time datetime="${day}">${day}</time> ${significances.map((one) =>
    counts[one] > 0 ? html`<span class="chip ${one}">${grouped(counts[one])} ${one}</span> ` : null,
  )}</p>
`;
}
