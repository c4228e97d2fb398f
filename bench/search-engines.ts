import MiniSearch from 'minisearch';
import { buildSearchIndex } from '@/lib/domain/search/build-search-index';
import type { SearchDocument } from '@/lib/domain/search/search-document';
import { rankDocuments } from '@/lib/domain/search/search-index';
import { prisma } from '@/lib/infra/db/client';

/** What one engine shows for a query: files of events, best first, and whether it claims to be sure. */
export interface Answer {
  readonly files: readonly string[];
  readonly isSure: boolean;
}

interface Engine {
  readonly name: string;
  readonly search: (query: string) => Promise<Answer> | Answer;
}

const mostAsked = 10;

/** The look-up of this product. */
export function ours(documents: readonly SearchDocument[], fileOf: ReadonlyMap<string, string>): Engine {
  const index = buildSearchIndex(documents);
  return {
    name: 'Waymark',
    search: (query) => {
      const ranked = rankDocuments(index, query);
      const files = ranked.flatMap(({ document }) => fileOf.get(index.documents[document]?.id ?? '') ?? []);
      return { files: files.slice(0, mostAsked), isSure: ranked.some(({ weak }) => !weak) };
    },
  };
}

const textFields = ['name', 'displayName', 'meaning', 'tags', 'properties', 'details'] as const;

/** The same texts for the engines that want plain fields. */
function flat(document: SearchDocument): Record<(typeof textFields)[number] | 'id', string> {
  const { id, name, displayName, meaning } = document;
  const tags = [...document.tags, document.namespace ?? '', document.owner, document.category ?? ''].join(' ');
  const properties = [...(document.properties ?? []), ...document.values].join(' ');
  return { id, name, displayName, meaning, tags, properties, details: document.details ?? '' };
}

/** MiniSearch with its defaults. */
export function miniSearch(documents: readonly SearchDocument[], fileOf: ReadonlyMap<string, string>): Engine {
  const engine = new MiniSearch({ fields: [...textFields] });
  engine.addAll(documents.map(flat));
  return {
    name: 'MiniSearch',
    search: (query) => {
      const files = engine.search(query).flatMap(({ id }) => fileOf.get(String(id)) ?? []);
      return { files: files.slice(0, mostAsked), isSure: files.length > 0 };
    },
  };
}

/** Full text search as it comes, which wants every word, and the kinder reading that takes any. */
export async function postgres(
  documents: readonly SearchDocument[],
  fileOf: ReadonlyMap<string, string>,
): Promise<Engine[]> {
  const db = prisma();
  await db.$executeRaw`create table bench_search (id text primary key, words tsvector not null)`;
  const rows = documents.map(flat).map((row) => ({ id: row.id, text: textFields.map((name) => row[name]).join('\n') }));
  await db.$executeRaw`
    insert into bench_search select row ->> 'id', to_tsvector('english', row ->> 'text')
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row`;
  const answer = (found: readonly { readonly id: string }[]): Answer => {
    const files = found.flatMap(({ id }) => fileOf.get(id) ?? []);
    return { files: files.slice(0, mostAsked), isSure: files.length > 0 };
  };
  return [
    {
      name: 'PostgreSQL',
      search: async (query) =>
        answer(
          await db.$queryRaw<{ id: string }[]>`
            select id from bench_search, websearch_to_tsquery('english', ${query}) asked
            where words @@ asked order by ts_rank(words, asked) desc, id`,
        ),
    },
    {
      name: 'PostgreSQL, any word',
      search: async (query) =>
        answer(
          await db.$queryRaw<{ id: string }[]>`
            select id from bench_search,
              (select replace(plainto_tsquery('english', ${query})::text, ' & ', ' | ')::tsquery as asked) any_word
            where words @@ asked order by ts_rank(words, asked) desc, id`,
        ),
    },
  ];
}
