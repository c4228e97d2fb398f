import { linkTerms, type PreparedTerms, termAnchor } from '@/lib/domain/glossary/link-terms';
import { type Html, html, type Part } from './html';
import type { Place } from './site';

const inline =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s()<>"]+)\)|(https?:\/\/[^\s<>"`]*[^\s<>"`.,;:!?)\]'])/gu;
const none: PreparedTerms = new Map();

/** Sentences as people wrote them: paragraphs, headings, lists, code in ticks, links, and the plan's own words linked to what they mean. */
export function prose(place: Place, text: string): Html {
  return html`${blocksOf(text).map((block) => blockOf(place, block))}`;
}

/** A text in running words, for cells and lines: no paragraphs. */
export function words(place: Place, text: string): Html {
  return html`<span dir="auto">${inWords(place, text)}</span>`;
}

const bullet = /^\s*[-*•]\s+/u;
const title = /^#{1,6}\s+/u;

interface Block {
  readonly kind: 'list' | 'heading' | 'text';
  readonly lines: string[];
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let isNew = true;
  for (const line of text.replace(/\r\n?/gu, '\n').split('\n')) {
    const isEmpty = line.trim() === '';
    const kind = bullet.test(line) ? 'list' : title.test(line) ? 'heading' : 'text';
    const last = blocks.at(-1);
    if (!isEmpty && (isNew || last?.kind !== kind || kind === 'heading')) blocks.push({ kind, lines: [line] });
    else if (!isEmpty) last?.lines.push(line);
    isNew = isEmpty;
  }
  return blocks;
}

function blockOf(place: Place, { kind, lines: written }: Block): Html {
  if (kind === 'heading')
    return html`<h3 dir="auto">${written.map((line) => inWords(place, line.replace(title, '')))}</h3>
`;
  if (kind === 'text')
    return html`<p dir="auto">${inWords(place, written.join('\n'))}</p>
`;
  return html`<ul>${written.map((line) => html`<li dir="auto">${inWords(place, line.replace(bullet, ''))}</li>`)}</ul>
`;
}

function inWords(place: Place, text: string): Html {
  const { terms, termsById } = place.site;
  return html`${linkTerms(text, terms.size > 0 ? terms : none).map(({ text: piece, termId }) => {
    const term = termId === null ? undefined : termsById.get(termId);
    if (!term) return inlineOf(piece);
    return html`<a class="term" href="${place.up}glossary.html#${termAnchor(term.term)}" title="${term.definition.slice(0, 300)}">${piece}</a>`;
  })}`;
}

function inlineOf(text: string): Html {
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(inline)) {
    parts.push(lines(text.slice(done, match.index)));
    const [whole, code, strong, label, labelled, bare] = match;
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (strong !== undefined) parts.push(html`<b>${strong}</b>`);
    else parts.push(outside(labelled ?? bare ?? '', label ?? bare ?? ''));
    done = match.index + whole.length;
  }
  return html`${parts}${lines(text.slice(done))}`;
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))}`;
}

/** A link that leads out of the documentation; anything but `http` and `https` is only told. */
export function outside(url: string, label: string): Html {
  if (!/^https?:\/\//iu.test(url)) return html`${label}`;
  return html`<a class="outside" href="${url}" rel="noopener noreferrer nofollow">${label === '' ? url : label}</a>`;
}
