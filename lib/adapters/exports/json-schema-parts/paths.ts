const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/** A text as a file name that every system takes: letters, digits, `.`, `_`, `-`; at most 80 characters. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '')
    .slice(0, 80);
  if (plain === '') return 'unnamed';
  return reserved.test(plain) ? `_${plain}` : plain;
}

/** Gives each text once, whatever the case: a later one gets the end of its id, then a number. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** `wanted`, or the nearest text nobody has. */
  take(wanted: string, id: string): string {
    const candidates = [wanted, `${wanted}-${id.slice(-6)}`];
    for (let number = 2; ; number += 1) {
      const name = candidates.shift() ?? `${wanted}-${id.slice(-6)}-${number}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
