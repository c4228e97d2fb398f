/** How many typing errors are forgiven in a word of the query: none below 4 letters, 1 from 4, 2 from 7. */
export function errorsForgiven(length: number): number {
  if (length >= 7) return 2;
  return length >= 4 ? 1 : 0;
}

/** A bit for each letter and digit of a word; words whose sets differ much cannot be near. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

/** How many bits are set. */
export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const widest = 64;
const rows = [new Uint8Array(widest + 1), new Uint8Array(widest + 1), new Uint8Array(widest + 1)] as const;

/**
 * The fewest insertions, deletions, replacements and swaps of neighbours between `typed` and any beginning of `word`,
 * or `most + 1` when it takes more. Words are compared up to 63 characters.
 */
export function prefixDistance(typed: string, word: string, most: number): number {
  const tall = Math.min(typed.length, widest - 1);
  const wide = Math.min(word.length, tall + most, widest - 1);
  if (wide < tall - most) return most + 1;
  let [before, last, row] = rows;
  for (let column = 0; column <= wide; column += 1) last[column] = column;
  for (let line = 1; line <= tall; line += 1) {
    row[0] = line;
    let least = line;
    const letter = typed.charCodeAt(line - 1);
    for (let column = 1; column <= wide; column += 1) {
      const other = word.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column - 1] ?? 0) + (letter === other ? 0 : 1),
        (last[column] ?? 0) + 1,
        (row[column - 1] ?? 0) + 1,
      );
      const swapped =
        line > 1 && column > 1 && letter === word.charCodeAt(column - 2) && typed.charCodeAt(line - 2) === other;
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  let best = most + 1;
  for (let column = Math.max(0, tall - most); column <= wide; column += 1) best = Math.min(best, last[column] ?? best);
  return best;
}
