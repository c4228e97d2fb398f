/** Whether two texts differ in nothing but spacing and line breaks. Case and punctuation can carry meaning, so they do not count as formatting. */
export function isFormattingOnly(before: string, after: string): boolean {
  return before !== after && squeezed(before) === squeezed(after);
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
