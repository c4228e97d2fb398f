/** A member as a text names them: `@` and their id, since names change and are shared. */
const mention = /(?<![\w@])@(us_[a-z0-9]{8,60})\b/gu;

/** The ids that a text names, each once, in the order they stand. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].flatMap((found) => found[1] ?? []))];
}

/** A text in its parts: what was written, and who is named. */
export function mentionParts(text: string): (string | { readonly userId: string })[] {
  const parts: (string | { readonly userId: string })[] = [];
  let from = 0;
  for (const found of text.matchAll(mention)) {
    if (found.index > from) parts.push(text.slice(from, found.index));
    parts.push({ userId: found[1] ?? '' });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
