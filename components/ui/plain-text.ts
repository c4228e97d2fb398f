// Markup needs one of these; an entity, an address and a mark need one as well.
const markup = /[*_`#<>[\]&\\~|@]|:\/\/|www\.|^\s{0,3}(?:[-+=]|\d+[.)])|^(?: {4}| *\t)| {2}\n/imu;

/** The paragraphs of a text that has no markup, or undefined when it may have some: Markdown would show it no other way. */
export function plainParagraphs(text: string): readonly string[] | undefined {
  if (markup.test(text)) return undefined;
  return text
    .split(/\n[ \t]*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
