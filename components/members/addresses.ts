/** The e-mail addresses in a pasted text, each once, and what looks like none. `Ana <ana@example.com>` is understood. */
export function addressesIn(text: string): { addresses: string[]; unreadable: string[] } {
  const addresses = new Set<string>();
  const unreadable: string[] = [];
  for (const part of text.split(/[\n,;]+/)) {
    const trimmed = part.trim();
    if (trimmed === '') continue;
    const address = /<([^<>]+)>$/.exec(trimmed)?.[1]?.trim() ?? trimmed;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) addresses.add(address);
    else unreadable.push(trimmed);
  }
  return { addresses: [...addresses], unreadable };
}
