/** A stretch of a sentence: words, a name in code ticks, or a link. */
export interface InlinePiece {
  readonly text: string;
  readonly mark: 'none' | 'code' | 'link';
  /** Where a link leads. */
  readonly href: string | null;
}

const marks = /`([^`\n]+)`|\[([^\]\n]+)\]\((https?:\/\/[^()\s]+)\)|(https?:\/\/[^\s<>()[\]`]*[^\s<>()[\]`.,;:!?'"])/giu;

/** The little markup that definitions carry from where they were written: code ticks, links, and bare addresses of the web. */
export function inlinePieces(text: string): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let done = 0;
  const plain = (until: number) => {
    if (until > done) pieces.push({ text: text.slice(done, until), mark: 'none', href: null });
  };
  for (const found of text.matchAll(marks)) {
    const [whole, code, label, href, bare] = found;
    plain(found.index);
    if (code !== undefined) pieces.push({ text: code, mark: 'code', href: null });
    else pieces.push({ text: (label ?? bare ?? whole).replaceAll('`', ''), mark: 'link', href: href ?? bare ?? null });
    done = found.index + whole.length;
  }
  plain(text.length);
  return pieces;
}
