/** Words that stand for something else, such as `@` and an id for a name. */
export interface TextMark {
  readonly text: string;
  readonly shown: string;
}

/** A node of the tree that a text was read into, as far as marks need it. */
export interface TextNode {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: TextNode[];
}

/** Puts marks in place of their words, everywhere but in code; what is shown is text and never markup. */
export function showMarks(node: TextNode, marks: readonly TextMark[]): void {
  if (!node.children || node.tagName === 'code') return;
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'text') {
      showMarks(child, marks);
      return [child];
    }
    return marked(child.value ?? '', marks);
  });
}

function marked(value: string, marks: readonly TextMark[]): TextNode[] {
  const first = marks
    .map((mark) => ({ mark, at: value.indexOf(mark.text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  if (!first) return value === '' ? [] : [{ type: 'text', value }];
  const { mark, at } = first;
  return [
    ...(at > 0 ? [{ type: 'text', value: value.slice(0, at) }] : []),
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['rounded-control', 'bg-selected', 'px-0.5', 'font-medium'] },
      children: [{ type: 'text', value: mark.shown }],
    },
    ...marked(value.slice(at + mark.text.length), marks),
  ];
}
