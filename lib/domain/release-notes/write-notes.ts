import type { Significance } from '../plan/significance';

/** One changed item, in words. */
export interface NotedItem {
  readonly name: string;
  readonly kind: string;
  readonly significance: Significance;
  readonly sentences: readonly string[];
}

export interface NotedRelease {
  readonly reason: string;
  /** Loudest first. */
  readonly items: readonly NotedItem[];
  /** Items beyond those listed. */
  readonly omitted: number;
}

const groups: readonly { readonly significance: Significance; readonly head: string; readonly consequence: string }[] =
  [
    {
      significance: 'meaning',
      head: 'Meaning changes',
      consequence: 'Numbers before and after are not comparable.',
    },
    { significance: 'breaking', head: 'Breaking changes', consequence: 'Senders must change, or queries may break.' },
    { significance: 'additive', head: 'Additions', consequence: 'Nothing that exists changes.' },
    { significance: 'editorial', head: 'Wording', consequence: 'Wording only.' },
  ];

const mostItems = 40;
const mostSentences = 4;

/** The notes of a release as the product writes them: why, then what changed, grouped by what it means for others. Markdown. */
export function writeNotes({ reason, items, omitted }: NotedRelease): string {
  const parts: string[] = [];
  if (reason.trim() !== '') parts.push(plain(reason, '\n'));
  for (const { significance, head, consequence } of groups) {
    const own = items.filter((item) => item.significance === significance);
    if (own.length === 0) continue;
    const lines = own.slice(0, mostItems).map(lineOf);
    if (own.length > mostItems) lines.push(`- and ${own.length - mostItems} more`);
    parts.push(`## ${head}`, consequence, lines.join('\n'));
  }
  if (omitted > 0) parts.push(`${omitted} quieter ${omitted === 1 ? 'change is' : 'changes are'} not listed.`);
  return parts.length === 0 ? 'Nothing that others would notice has changed.' : parts.join('\n\n');
}

function lineOf({ name, kind, sentences }: NotedItem): string {
  const told = [...new Set(sentences)].slice(0, mostSentences).map((one) => plain(ended(one), ' '));
  if (sentences.length > mostSentences) told.push(`And ${sentences.length - mostSentences} more.`);
  return `- **${plain(name, ' ')}** (${kind}): ${told.join(' ') || 'Changed.'}`;
}

function ended(sentence: string): string {
  const text = sentence.trim();
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/u.test(first) ? first : `${first}.`;
}

/** Text that somebody wrote as text, whatever signs of Markdown are in it; `breaks` is what line breaks become. */
function plain(text: string, breaks: string): string {
  return text
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, breaks)
    .replace(/[\\`*_{}[\]<>#|~&!]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+]|\d+[.)])(\s)/gmu, (_all, space: string, mark: string, end: string) =>
      /\d/u.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}${end}` : `${space}\\${mark}${end}`,
    );
}
