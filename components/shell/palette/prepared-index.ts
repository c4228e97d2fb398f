import type { SearchDocument, SearchIndex as SearchView } from '@/lib/contracts/search';
import { buildInSteps, type SearchIndex } from '@/lib/domain/search/build-search-index';

type Prepared = SearchIndex<SearchDocument>;

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
      prepared.set(data, step.value);
      return step.value;
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
