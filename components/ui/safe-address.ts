/** An address a text may link to, or undefined: http, https and mailto only, never relative or scripted. */
export function safeAddress(href: string): string | undefined {
  return /^(https?:\/\/|mailto:)/i.test(href.trim()) ? href.trim() : undefined;
}
