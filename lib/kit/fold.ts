/** Characters that read as a Latin letter or digit though they are another one (Cyrillic, Greek, full width is left to NFKC). */
const lookAlikes = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    һ: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    α: 'a',
    β: 'b',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ı: 'i',
    ſ: 's',
  }),
);

const isPlain = /^[ -~]*$/u;

/** The key by which names are compared for uniqueness: NFKC, lower case, look-alike letters folded, spaces as one, trimmed. */
export function foldName(name: string): string {
  // Most names are plain ASCII, in which nothing is composed and nothing looks like something else.
  if (isPlain.test(name)) return name.toLowerCase().replace(/ {2,}/gu, ' ').trim();
  const lowered = name.normalize('NFKC').toLowerCase().normalize('NFC');
  let folded = '';
  for (const char of lowered) folded += lookAlikes.get(char) ?? char;
  return folded.replace(/\s+/gu, ' ').trim();
}
