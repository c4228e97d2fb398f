/** What is looked for: everything, or one sort of thing, as the first character says. */
export type PaletteMode = 'all' | 'actions' | 'requests' | 'people';

const signs: Record<string, PaletteMode> = { '>': 'actions', '#': 'requests', '@': 'people' };

/** Reads what was typed: `>` asks for actions, `#` for change requests, `@` for people. */
export function readQuery(typed: string): { mode: PaletteMode; words: string } {
  const mode = signs[typed.trimStart()[0] ?? ''];
  return mode ? { mode, words: typed.trimStart().slice(1).trim() } : { mode: 'all', words: typed.trim() };
}

/** Whether a label fits what was typed: every typed word begins one of its words, or it holds the whole. */
export function fitsWords(label: string, typed: string): boolean {
  const text = label.toLowerCase();
  const wanted = typed.toLowerCase();
  if (text.includes(wanted)) return true;
  const words = text.split(/[^\p{L}\p{N}]+/u);
  return wanted.split(/\s+/u).every((part) => words.some((word) => word.startsWith(part)));
}
