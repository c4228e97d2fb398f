import { kinds } from '@/lib/domain/plan/kinds/list';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { escapeHtml, type Html, html } from './html';
import type { Place } from './site';

/** Nothing comes from elsewhere and nothing that was written in the plan can run. `file:` is this folder on a disk. */
const policy =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'";

/** A whole page. */
export function pageOf(place: Place, title: string, main: Html): string {
  const { site, up } = place;
  const { plan } = site;
  const name = title === plan.name ? title : `${title} · ${plan.name}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${site.banner === null ? '' : '<meta name="robots" content="noindex, nofollow">\n'}<title>${escapeHtml(name)}</title>
<link rel="stylesheet" href="${up}assets/site.css">
<script src="${up}assets/search.js" data-up="${up}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the page</a>
${site.banner === null ? '' : `<p class="banner">${escapeHtml(site.banner)}</p>\n`}${header(place).text}
<main id="main">
${main.text}</main>
<footer>${footer(place).text}</footer>
</body>
</html>
`;
}

function header({ site, up }: Place): Html {
  const { plan } = site;
  const shown = Object.values(kinds).filter(({ kind }) => itemsOfKind(plan.snapshot, kind).length > 0);
  return html`<header>
<a class="home" href="${up}index.html">${plan.name}</a>
<div class="search" hidden>
<input type="search" id="search" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" autocomplete="off" spellcheck="false" placeholder="Search the plan  ( / )" aria-label="Search the plan">
<div id="found" role="listbox" aria-label="Found" hidden></div>
<p id="told" class="sr-only" role="status"></p>
</div>
<nav aria-label="Plan">
${shown.map(
  ({ slug, plural }) => html`<a href="${up}${slug}/index.html">${plural}</a>
`,
)}${
  site.journeys
    ? html`<a href="${up}journeys/index.html">Journeys</a>
`
    : null
}${
  (plan.glossary?.length ?? 0) > 0
    ? html`<a href="${up}glossary.html">Glossary</a>
`
    : null
}<a href="${up}map.html">Map</a>
${
  plan.past
    ? html`<a href="${up}releases/index.html">Releases</a>
`
    : null
}</nav>
</header>`;
}

function footer({ site }: Place): Html {
  const { plan } = site;
  const release = plan.past?.releases.find(({ number }) => number === plan.snapshot.release);
  return html`${plan.name}, release ${plan.snapshot.release}${release ? html` of <time datetime="${release.day}">${release.day}</time>` : null}. Made with Waymark.`;
}
