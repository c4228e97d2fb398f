import type { Item } from '../plan/item';
import type { ItemKind } from '../plan/kinds/define';

/** An item as others mention it: enough to recognise and to link it. */
export interface ItemMention {
  readonly id: string;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
  readonly displayName: string;
  /** At most 200 characters. */
  readonly meaning: string;
  readonly lifecycle: string;
}

/** How an item is mentioned. */
export function mentionOf(item: Item): ItemMention {
  const { id, kind, namespace, name, content } = item;
  return {
    id,
    kind,
    namespace,
    name,
    displayName: content.displayName,
    meaning: shortened(content.meaning, 200),
    lifecycle: content.lifecycle.state,
  };
}

/** The beginning of a text, at most `max` characters, cut between words and never inside a character. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${space > max * 0.7 ? cut.slice(0, space) : cut}…`;
}
