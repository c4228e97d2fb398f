/** An element of rendered markup, or a text in it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}
type Markup = Element | string;

const tokens = /<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*?)(\/?)>|<!--.*?-->|([^<]+)/gsu;
const attribute = /([\w:-]+)="([^"]*)"/gu;
const isVoid = new Set(['input', 'br', 'hr', 'img', 'link', 'meta', 'wbr']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#x27);/gu, (_, name: string) => entities[name] ?? '');

/** Reads what React renders to a string, which closes every element it opens. */
export function parseMarkup(html: string): Element {
  const root = { tag: '', attributes: {}, children: [] as Markup[] };
  const stack = [root];
  for (const [, closes, tag, attributes = '', isClosed, text] of html.matchAll(tokens)) {
    const parent = stack.at(-1);
    if (!parent) throw new Error('more is closed than was opened');
    if (text !== undefined) parent.children.push(plain(text));
    else if (closes) {
      if (stack.pop()?.tag !== tag) throw new Error(`</${tag}> closes something else`);
    } else if (tag !== undefined) {
      const named = [...attributes.matchAll(attribute)].map(([, name = '', value = '']) => [name, plain(value)]);
      const element = { tag, attributes: Object.fromEntries(named), children: [] };
      parent.children.push(element);
      if (!isClosed && !isVoid.has(tag)) stack.push(element);
    }
  }
  if (stack.length !== 1) throw new Error(`<${stack.at(-1)?.tag}> is not closed`);
  return root;
}

/** Every element below that `is` says yes to, in reading order. */
export function elements(within: Element, is: (element: Element) => boolean): Element[] {
  return within.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(is(child) ? [child] : []), ...elements(child, is)],
  );
}

/** What a reader sees of an element, without what only a screen reader says; `instead` gives other words for some elements. */
export function textOf(element: Element, instead: (element: Element) => string | undefined = () => undefined): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      const isUnseen = child.attributes.class?.split(' ').includes('sr-only') ?? false;
      return isUnseen ? '' : (instead(child) ?? textOf(child, instead));
    })
    .join('');
}
