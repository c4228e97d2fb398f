import type { SearchDocument, SearchIndex as SearchView } from '@/lib/contracts/search';
import { buildSearchIndex, type SearchIndex } from '@/lib/domain/search/build-search-index';

const prepared = new WeakMap<SearchView, SearchIndex<SearchDocument>>();

/** The index of what the server sent, made once for each answer. */
export function prepareIndex(data: SearchView): SearchIndex<SearchDocument> {
  const known = prepared.get(data);
  if (known) return known;
  const index = buildSearchIndex(data.documents);
  prepared.set(data, index);
  return index;
}
