import { prepareTerms } from '@/lib/domain/glossary/link-terms';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import type { ExportFile, ExportPlan } from '../define';
import type { Html } from './html';
import { itemPage } from './item-page';
import { journeyPage } from './journey-page';
import { journeysPage } from './journeys-page';
import { glossaryPage, homePage, listPage, mapPage } from './overview-pages';
import { pageOf } from './page';
import { itemPaths } from './paths';
import { releasePage, releasesPage } from './release-pages';
import { searchData } from './search-data';
import { searchScript } from './search-script.generated';
import type { Place, Site } from './site';
import { siteJourneys } from './site-journeys';
import { style } from './style';

/** A documentation whose files are written when their text is read: a large plan has thousands. */
export interface Documentation {
  readonly files: readonly ExportFile[];
  /** The file at a path, or nothing. */
  readonly file: (path: string) => ExportFile | undefined;
}

function lazyFile(path: string, mediaType: string, write: () => string): ExportFile {
  let written: string | undefined;
  return {
    path,
    mediaType,
    get text() {
      written ??= write();
      return written;
    },
  };
}

/** The documentation of a plan; `banner` stands above every page and keeps search engines away. */
export function createSite(plan: ExportPlan, banner: string | null): Documentation {
  const glossary = plan.glossary ?? [];
  const site: Site = {
    plan,
    paths: itemPaths(plan.snapshot),
    terms: prepareTerms(glossary),
    termsById: new Map(glossary.map((term) => [term.id, term])),
    journeys: siteJourneys(plan),
    banner,
  };
  const files = new Map<string, ExportFile>();
  const add = (path: string, mediaType: string, write: () => string) =>
    files.set(path, lazyFile(path, mediaType, write));
  const page = (path: string, title: string, main: (place: Place) => Html) => {
    const place: Place = { site, up: path.includes('/') ? '../' : '' };
    add(path, 'text/html', () => pageOf(place, title, main(place)));
  };
  page('index.html', plan.name, homePage);
  for (const kind of itemKinds) {
    const { slug, plural } = kinds[kind];
    const items = itemsOfKind(plan.snapshot, kind);
    if (items.length > 0) page(`${slug}/index.html`, plural, (place) => listPage(place, kind));
    for (const item of items) page(site.paths.get(item.id) ?? '', item.name, (place) => itemPage(place, item));
  }
  if (site.journeys) {
    page('journeys/index.html', 'Journeys', journeysPage);
    for (const one of site.journeys.list) page(one.path, one.name, (place) => journeyPage(place, one));
  }
  page('map.html', 'Map', mapPage);
  if (glossary.length > 0) page('glossary.html', 'Glossary', glossaryPage);
  if (plan.past) {
    page('releases/index.html', 'Releases', releasesPage);
    for (const release of plan.past.releases)
      page(`releases/${release.number}.html`, `Release ${release.number}`, (place) => releasePage(place, release));
  }
  add('assets/site.css', 'text/css', () => style);
  add('assets/search.js', 'text/javascript', () => searchScript);
  add('assets/search-data.js', 'text/javascript', () => searchData(site));
  return { files: [...files.values()], file: (path) => files.get(path) };
}
