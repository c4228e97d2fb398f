/** Text that is HTML already. Only `html` makes it, so nothing that a person wrote gets into a page as markup. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: markup, or anything that is escaped; lists are joined, nothing is left out. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Marks that turn the direction of a text around would let a name disguise what stands beside it.
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text for a page or an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(turning, '').replace(/[&<>"']/gu, (char) => escapes[char] ?? char);
}

/** Markup with every value in it escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, at) => `${text}${at < parts.length ? written(parts[at]) : ''}`).join(''));
}

/** Parts with something between them. */
export function joined(parts: readonly Part[], between: string): Html {
  return new Html(parts.map(written).join(escapeHtml(between)));
}

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  return part === null || part === undefined || part === false ? '' : escapeHtml(String(part));
}
