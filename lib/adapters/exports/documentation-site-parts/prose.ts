import { linkTerms, type PreparedTerms, termAnchor } from '@/lib/domain/glossary/link-terms';
import { type Html, html, type Part } from './html';
import type { Place } from './site';

const inline = /`([^`\n]+)`|\[([^\]\n]+)\]\((https?:\/\/[^\s()<>"]+)\)|(https?:\/\/[^\s<>"`]*[^\s<>"`.,;:!?)\]'])/gu;
const none: PreparedTerms = new Map();

/** Sentences as people wrote them: paragraphs, lists, code in ticks, links, and the plan's own words linked to what they mean. */
export function prose(place: Place, text: string): Html {
  const blocks = text
    .replace(/\r\n?/gu, '\n')
    .split(/\n{2,}/u)
    .filter((block) => block.trim() !== '');
  return html`${blocks.map((block) => blockOf(place, block))}`;
}

/** A text in running words, for cells and lines: no paragraphs. */
export function words(place: Place, text: string): Html {
  return html`<span dir="auto">${inWords(place, text)}</span>`;
}

const bullet = /^\s*[-*•]\s+/u;

function blockOf(place: Place, block: string): Html {
  const lines = block.split('\n');
  if (lines.every((line) => bullet.test(line)))
    return html`<ul>${lines.map((line) => html`<li dir="auto">${inWords(place, line.replace(bullet, ''))}</li>`)}</ul>
`;
  return html`<p dir="auto">${inWords(place, block)}</p>
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
    const [whole, code, label, labelled, bare] = match;
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
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
