import type { ItemKind } from '../plan/kinds/define';
import { kinds } from '../plan/kinds/list';

/** The address of an item below its plan: `events/Signup%20Completed`, `properties/com.acme/plan`. */
export function itemPath(item: {
  readonly id: string;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
}): string {
  const parts = item.namespace === null ? [item.name] : [item.namespace, item.name];
  // A browser would take "." and ".." for directions, and one name that looks like an id for that id.
  const isPlain = parts.every((part) => part !== '.' && part !== '..') && !looksLikeId(item.name);
  const address = isPlain ? parts.map(encodeURIComponent).join('/') : item.id;
  return `${kinds[item.kind].slug}/${address}`;
}

/** What the parts of an address ask for: an id, or a name with or without its namespace. */
export type ItemAddress = { readonly id: string } | { readonly namespace: string | null; readonly name: string };

/** Reads the decoded parts of an item's address; undefined when there are too many. */
export function readItemAddress(parts: readonly string[]): ItemAddress | undefined {
  const [first, second] = parts;
  if (first === undefined || parts.length > 2) return undefined;
  if (second !== undefined) return { namespace: first, name: second };
  return looksLikeId(first) ? { id: first } : { namespace: null, name: first };
}

function looksLikeId(text: string): boolean {
  return /^(ev|pr|pg|so|de|co)_[0-9a-z]{8,40}$/u.test(text);
}
