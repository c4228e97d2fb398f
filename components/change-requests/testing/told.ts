import { type Element, elements, textOf } from './markup';

/** What the screen tells of one difference. */
export interface Told {
  readonly label: string;
  /** What stands beside the label, first of all the class of the difference. */
  readonly badge: string;
  /** The words of the row without those marked as coming, and without those marked as going. */
  readonly before: string;
  readonly after: string;
  /** The marked words. */
  readonly gone: string;
  readonly fresh: string;
}

const foldMark = '\0';
const isTag = (tag: string) => (element: Element) => element.tag === tag;
const marked = (within: Element, tag: string) =>
  elements(within, isTag(tag))
    .map((one) => textOf(one))
    .join('');
const isBlank = (element: Element) => element.tag === 'span' && element.attributes.class === 'text-subtle';
const without = (tag: string) => (element: Element) => {
  if (element.tag === 'button') return `${foldMark}${textOf(element).replace(/\D/gu, '')}${foldMark}`;
  // An empty column says so.
  return element.tag === tag || isBlank(element) ? '' : undefined;
};

/** The rows of a card, one a difference, in reading order. */
export function rowsIn(card: Element): Told[] {
  const fields = elements(card, (element) => element.attributes['data-field'] !== undefined);
  return fields.flatMap((field) => elements(field, isTag('section')).map(toldIn));
}

function toldIn(row: Element): Told {
  const [head, ...body] = row.children.filter((child) => typeof child !== 'string');
  if (!head) throw new Error('a row without a head');
  const all: Element = { tag: '', attributes: {}, children: body };
  const [heading] = elements(head, isTag('h3'));
  const sides = columnsOf(all);
  return {
    label: heading ? textOf(heading) : '',
    badge: textOf(head, (element) => (element.tag === 'h3' ? '' : undefined)),
    before: textOf(sides?.before ?? all, without('ins')),
    after: textOf(sides?.after ?? all, without('del')),
    gone: marked(sides?.before ?? all, 'del'),
    fresh: marked(sides?.after ?? all, 'ins'),
  };
}

/** Both columns of a row that has two; neither holds a mark of the other. */
function columnsOf(row: Element): { readonly before: Element; readonly after: Element } | null {
  const columns = elements(row, isTag('p')).flatMap((title) => {
    const side = textOf(title);
    return side === 'Before' || side === 'After' ? [side] : [];
  });
  if (columns.length === 0) return null;
  const [before, after] = elements(row, (element) => element.attributes.dir === 'auto' && element.tag === 'div');
  if (columns.join() !== 'Before,After' || !before || !after) throw new Error('columns that are no pair');
  if (elements(before, isTag('ins')).length + elements(after, isTag('del')).length > 0)
    throw new Error('a column holds a mark of the other');
  return { before, after };
}

/** Whether rendered words are a text, where as many words may be folded away as the fold says. */
export function isTextOf(rendered: string, text: string): boolean {
  const [first = '', ...folds] = rendered.split(` ${foldMark}`);
  let rest = text;
  if (!rest.startsWith(first)) return false;
  rest = rest.slice(first.length);
  for (const fold of folds) {
    const [words = '', shown = ''] = fold.split(foldMark);
    const folded = rest.match(new RegExp(`^(?:\\s*\\S+){${words}}`, 'u'))?.[0];
    if (folded === undefined || !rest.slice(folded.length).startsWith(shown)) return false;
    rest = rest.slice(folded.length + shown.length);
  }
  return rest === '';
}

/** The lines of a code diff on each side; a fold stands for as many `null` as it counts. */
export function linesIn(figure: Element): { readonly before: (string | null)[]; readonly after: (string | null)[] } {
  const lines = { before: [] as (string | null)[], after: [] as (string | null)[] };
  for (const run of elements(figure, ({ tag }) => ['ins', 'del', 'span', 'button'].includes(tag))) {
    const isGroup = run.attributes.class?.includes('whitespace-pre') ?? false;
    const texts =
      run.tag === 'button'
        ? Array.from<null>({ length: Number(textOf(run).replace(/\D/gu, '')) }).fill(null)
        : isGroup
          ? elements(run, isTag('span')).map((line) => textOf(line))
          : [];
    if (run.tag !== 'ins') lines.before.push(...texts);
    if (run.tag !== 'del') lines.after.push(...texts);
  }
  return lines;
}
