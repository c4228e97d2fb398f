import { diffArrays } from 'diff';

/** A run of text that both sides have, or only one. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A text compared word by word, or as two blocks when too little stayed to be worth marking. */
export type WordDiff = { readonly kind: 'words'; readonly pieces: readonly Piece[] } | { readonly kind: 'blocks' };

const timeoutMs = 40;
/** More than this share of words changed: two clean blocks read better. */
const mostChanged = 0.6;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const spaced = /\s+|[\p{L}\p{N}\p{M}_]+(?:['’.-][\p{L}\p{N}\p{M}_]+)*|[^\s\p{L}\p{N}\p{M}_]/gu;
const isSpace = /^\s+$/u;
const isWord = /[\p{L}\p{N}]/u;

function tokensOf(text: string): string[] {
  if (!unspaced.test(text)) return text.match(spaced) ?? [];
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text), (segment) => segment.segment);
}

const wordCount = (tokens: readonly string[]) => tokens.filter((token) => isWord.test(token)).length;

/** The words that differ between two texts. Takes at most 40 ms, beyond which the texts are shown as two blocks. */
export function diffWords(before: string, after: string): WordDiff {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { timeout: timeoutMs });
  if (!changes) return { kind: 'blocks' };
  let kept = 0;
  let touched = 0;
  for (const change of changes) {
    const words = wordCount(change.value);
    if (change.added || change.removed) touched += words;
    else kept += 2 * words;
  }
  if (touched > 0 && touched / (kept + touched) > mostChanged) return { kind: 'blocks' };
  return {
    kind: 'words',
    pieces: joined(
      changes.map((change) => ({
        kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
        text: change.value.join(''),
      })),
    ),
  };
}

/** Neighbouring changes as one removal and one addition; a lone space between two changes belongs to both. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    result.push(...parted(removed, added));
    removed = '';
    added = '';
  };
  pieces.forEach((piece, at) => {
    const isLoneSpace = isSpace.test(piece.text) && (removed || added) && changesAround(pieces, at);
    if (piece.kind !== 'added' && (piece.kind === 'removed' || isLoneSpace)) removed += piece.text;
    if (piece.kind !== 'removed' && (piece.kind === 'added' || isLoneSpace)) added += piece.text;
    if (piece.kind !== 'same' || isLoneSpace) return;
    flush();
    result.push(piece);
  });
  flush();
  return result;
}

/** A removal and an addition, without the spaces they begin and end with alike. */
function parted(removed: string, added: string): Piece[] {
  const lead = (text: string) => text.match(/^\s+/u)?.[0] ?? '';
  const trail = (text: string) => text.match(/\s+$/u)?.[0] ?? '';
  const front = lead(removed) === lead(added) ? lead(added) : '';
  const [gone, fresh] = [removed.slice(front.length), added.slice(front.length)];
  const back = trail(gone) === trail(fresh) ? trail(fresh) : '';
  const pieces: Piece[] = [
    { kind: 'same', text: front },
    { kind: 'removed', text: gone.slice(0, gone.length - back.length) },
    { kind: 'added', text: fresh.slice(0, fresh.length - back.length) },
    { kind: 'same', text: back },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

function changesAround(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return next !== undefined && next.kind !== 'same';
}

/** A long unchanged run in three parts, the middle one to be folded; undefined when it is short enough to read. */
export function foldRun(
  text: string,
  isFirst: boolean,
  isLast: boolean,
): { head: string; middle: string; tail: string } | undefined {
  const shown = 90;
  if (text.length < 3.5 * shown) return undefined;
  const headEnd = isFirst ? 0 : text.indexOf(' ', shown);
  const tailStart = isLast ? text.length : text.lastIndexOf(' ', text.length - shown);
  if (headEnd < 0 || tailStart <= headEnd) return undefined;
  return { head: text.slice(0, headEnd), middle: text.slice(headEnd, tailStart), tail: text.slice(tailStart) };
}
