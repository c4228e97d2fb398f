import type { SearchDocument, SearchIndex as SearchView } from '@/lib/contracts/search';
import { buildInSteps, buildSearchIndex, type SearchIndex } from '@/lib/domain/search/build-search-index';
import { type TermDocument, termDocument } from '@/lib/domain/search/term-document';

/** The items, and the words of the glossary. */
interface Prepared {
  readonly items: SearchIndex<SearchDocument>;
  readonly terms: SearchIndex<TermDocument>;
}

const prepared = new WeakMap<SearchView, Prepared>();
const preparing = new WeakMap<SearchView, Promise<Prepared>>();
/** How long the page may be kept from answering a key while an index is built, in milliseconds. */
const sliceMs = 8;

/** The index of what the server sent, if it is ready. */
export function preparedIndex(data: SearchView | undefined): Prepared | undefined {
  return data && prepared.get(data);
}

/** Builds the index of what the server sent, once for each answer, in slices so short that nobody notices. */
export function prepareIndex(data: SearchView): Promise<Prepared> {
  const known = preparing.get(data);
  if (known) return known;
  const building = build(data);
  preparing.set(data, building);
  return building;
}

async function build(data: SearchView): Promise<Prepared> {
  const steps = buildInSteps(data.documents, { synonyms: data.synonyms });
  for (;;) {
    const start = performance.now();
    do {
      const step = steps.next();
      if (!step.done) continue;
      const { terms, synonyms } = data;
      const made = { items: step.value, terms: buildSearchIndex(terms.map(termDocument), { synonyms }) };
      prepared.set(data, made);
      return made;
    } while (performance.now() - start < sliceMs);
    await pause();
  }
}

/** Lets the browser answer keys and paint; a timer would wait four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
