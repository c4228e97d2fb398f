/** What no text of ours may hold: NUL and other control characters but tab and line ends, and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The sentence that says what is wrong with a text, or undefined when it is fit to be stored. */
export function textFault(text: string): string | undefined {
  if (!text.isWellFormed()) return 'contains half of a surrogate pair: send valid Unicode';
  const found = forbidden.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
  return `contains the control character U+${code}: remove it`;
}
