import { buildInSteps, type SearchIndex } from '@/lib/domain/search/build-search-index';
import type { TextRange } from '@/lib/domain/search/highlight';
import type { SearchDocument } from '@/lib/domain/search/search-document';
import { searchIndex } from '@/lib/domain/search/search-index';
import type { SiteDocument } from './search-data';

// The search of a documentation's pages. It runs from a disk, so what it searches comes by a script of its own, when asked for.

type Found = SearchDocument & { readonly path: string };
const mostShown = 12;
const up = document.currentScript instanceof HTMLScriptElement ? (document.currentScript.dataset.up ?? '') : '';

let reading: Promise<SearchIndex<Found>> | undefined;

/** What the script of the data leaves behind. */
const left = globalThis as unknown as {
  waymarkDocuments?: SiteDocument[];
  waymarkSynonyms?: string[][];
};

function load(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${up}assets/search-data.js`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('what can be searched did not load'));
    document.head.append(script);
  });
}

async function prepare(): Promise<SearchIndex<Found>> {
  await load();
  const whole = (left.waymarkDocuments ?? []).map(
    (one): Found => ({
      namespace: null,
      displayName: '',
      meaning: '',
      formerNames: [],
      values: [],
      tags: [],
      owner: '',
      lifecycle: '',
      ...one,
      id: one.path,
    }),
  );
  const steps = buildInSteps(whole, { synonyms: left.waymarkSynonyms ?? [] });
  for (;;) {
    const pauseAt = performance.now() + 12;
    while (performance.now() < pauseAt) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function index(): Promise<SearchIndex<Found>> {
  reading ??= prepare();
  reading.catch(() => {
    reading = undefined;
  });
  return reading;
}

function marked(text: string, ranges: readonly TextRange[]): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const { start, end } of ranges) {
    if (start < done) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    nodes.push(document.createTextNode(text.slice(done, start)), mark);
    done = end;
  }
  return [...nodes, document.createTextNode(text.slice(done))];
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function start(input: HTMLInputElement, list: HTMLElement, told: HTMLElement): void {
  let active = -1;
  let asked = 0;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const choose = (at: number) => {
    const all = options();
    active = all.length === 0 ? -1 : (at + all.length) % all.length;
    all.forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === active));
    });
    const chosen = all[active];
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = (open: boolean) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) choose(-1);
  };
  const search = async () => {
    const own = ++asked;
    const query = input.value.trim();
    if (query === '') {
      list.replaceChildren();
      told.textContent = '';
      return show(false);
    }
    let hits: ReturnType<typeof searchIndex<Found>>;
    try {
      hits = searchIndex(await index(), query, mostShown);
    } catch {
      list.replaceChildren(element('p', 'none', 'The search did not load. Check the connection and type again.'));
      return show(true);
    }
    if (own !== asked) return;
    list.replaceChildren(
      ...hits.map(({ document: one, highlights, weak }, at) => {
        const option = element('a', weak ? 'hit weak' : 'hit') as HTMLAnchorElement;
        option.href = `${up}${one.path}`;
        option.id = `found-${at}`;
        option.tabIndex = -1;
        option.setAttribute('role', 'option');
        const name = element('span', 'name', ...marked(one.name, highlights.name));
        const kind = element('small', 'quiet', ` ${one.kind.replace('-', ' ')}`);
        option.append(name, kind);
        if (one.lifecycle === 'retired') option.append(element('small', 'chip retired', 'retired'));
        if (weak) option.append(element('small', 'chip', 'perhaps'));
        if (one.meaning !== '') option.append(element('span', 'says', ...marked(one.meaning, highlights.meaning)));
        return option;
      }),
    );
    if (hits.length === 0) list.append(element('p', 'none', `Nothing in this plan is found by “${query}”.`));
    told.textContent = hits.length === 1 ? '1 found' : `${hits.length} found`;
    show(true);
    choose(hits.length > 0 ? 0 : -1);
  };
  input.addEventListener('focus', () => void index().catch(() => undefined));
  input.addEventListener('input', () => void search());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') choose(active + 1);
    else if (event.key === 'ArrowUp') choose(active - 1);
    else if (event.key === 'Enter') options()[active]?.click();
    else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      show(false);
    } else return;
    event.preventDefault();
  });
  // A step of the journey that is open is reached without leaving the page.
  list.addEventListener('click', () => show(false));
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey || event.key !== '/') return;
    event.preventDefault();
    input.focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !list.parentElement?.contains(event.target)) show(false);
  });
}

const [input, list, told] = ['search', 'found', 'told'].map((id) => document.getElementById(id));
if (input instanceof HTMLInputElement && list && told) {
  start(input, list, told);
  input.parentElement?.removeAttribute('hidden');
}
