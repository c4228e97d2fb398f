import type { Revision } from '@/lib/domain/plan/item';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { itemsOfKind } from '@/lib/domain/plan/snapshot';
import { shortened } from '@/lib/domain/plan-query/item-ref';
import { resolvedUses } from '@/lib/domain/plan-query/resolved-uses';
import type { SearchDocument } from '@/lib/domain/search/search-document';
import type { Site } from './site';

const mostMeaning = 200;
const mostDetails = 400;
const mostNames = 300;

/** What a page of the documentation is found by; members that are empty are missing. */
export type SiteDocument = Partial<Omit<SearchDocument, 'id' | 'kind' | 'name'>> &
  Pick<SearchDocument, 'kind' | 'name'> & { readonly path: string };

/** The script that hands what can be found to the search of the pages; a page opened from a disk can read no other file. */
export function searchData(site: Site): string {
  const documents = itemKinds.flatMap((kind) =>
    itemsOfKind(site.plan.snapshot, kind).map((one) => document(site, one)),
  );
  documents.push(...journeyDocuments(site));
  const synonyms = (site.plan.synonyms ?? []).map(written);
  return `globalThis.waymarkDocuments = ${listed(documents.map(written))};\nglobalThis.waymarkSynonyms = ${listed(synonyms)};\n`;
}

function listed(lines: readonly string[]): string {
  return `[\n${lines.join(',\n')}\n]`;
}

function written(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/gu, escaped);
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function document(site: Site, item: Revision): SiteDocument {
  const { content } = item;
  const owner = content.owner ? (site.plan.ownerNames.get(content.owner.id) ?? '') : '';
  const all: Record<string, unknown> = {
    path: site.paths.get(item.id) ?? '',
    kind: item.kind,
    name: item.name,
    namespace: item.namespace,
    displayName: content.displayName,
    meaning: shortened(content.meaning, mostMeaning),
    formerNames: site.plan.past?.formerNamesOf(item.id) ?? [],
    values:
      item.kind === 'property'
        ? (content as Revision<'property'>['content']).allowedValues
            ?.slice(0, mostNames)
            .map(({ value }) => String(value))
        : [],
    tags: [...content.tags].sort(),
    owner,
    lifecycle: content.lifecycle.state,
    category: item.kind === 'event' ? item.content.category : '',
    properties: propertyNames(site, item),
    details: shortened(details(item), mostDetails),
  };
  return withoutEmpty(all);
}

function withoutEmpty(all: Readonly<Record<string, unknown>>): SiteDocument {
  const told = Object.entries(all).filter(
    ([, value]) =>
      value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(told) as unknown as SiteDocument;
}

/** Journeys, and the steps that have words of their own; the others are found by their events. */
function journeyDocuments({ journeys }: Site): SiteDocument[] {
  return (journeys?.list ?? []).flatMap((journey) => [
    withoutEmpty({
      path: journey.path,
      kind: 'journey',
      name: journey.name,
      meaning: shortened(journey.description, mostMeaning),
    }),
    ...journey.steps
      .filter(({ title }) => title !== '')
      .map(({ id, number, title, note }) =>
        withoutEmpty({
          path: `${journey.path}#${id}`,
          kind: 'journey-step',
          name: title,
          meaning: shortened(`Step ${number} of ${journey.name}. ${note}`.trim(), mostMeaning),
        }),
      ),
  ]);
}

function propertyNames(site: Site, item: Revision): string[] {
  if (item.kind !== 'event' && item.kind !== 'property-group') return [];
  return resolvedUses(site.plan.snapshot, item)
    .slice(0, mostNames)
    .map(({ property }) => property.name);
}

function details(item: Revision): string {
  const texts: string[] = [];
  if (item.kind === 'event') {
    const { firesWhen, purpose, doesNotCount, stage } = item.content;
    texts.push(firesWhen, purpose, doesNotCount, stage ?? '');
  }
  if (item.kind === 'property') texts.push(...(item.content.allowedValues ?? []).map(({ meaning }) => meaning));
  return texts.filter((text) => text !== '').join('\n');
}
