/** What can be watched; a `request` can only be muted. */
export const watchKinds = ['item', 'value', 'tag', 'category', 'owner', 'source', 'filter', 'plan', 'request'] as const;
export type WatchKind = (typeof watchKinds)[number];

/** What a watch tells: everything, only what changes numbers, only what one takes part in, or nothing in spite of ownership. */
export const watchLevels = ['all', 'meaning', 'participating', 'none'] as const;
export type WatchLevel = (typeof watchLevels)[number];

/**
 * One thing to watch. Its id is that of the item, plan or request, the spelling of a tag or category, `person:…` or
 * `team:…` of an owner, the text of a filter, and of a value its property and its key, parted by a space.
 */
export interface WatchTarget {
  readonly kind: WatchKind;
  readonly id: string;
}

/** A target as it stands in an address: `plan`, an item's id, or `tag:checkout`. */
export function targetText({ kind, id }: WatchTarget): string {
  if (kind === 'plan') return 'plan';
  return kind === 'item' ? id : `${kind}:${id}`;
}

/** A target from its address; a plan goes by the word or by its own id. */
export function parseTarget(text: string, planId: string): WatchTarget {
  if (text === 'plan' || text === planId) return { kind: 'plan', id: planId };
  const colon = text.indexOf(':');
  const kind = watchKinds.find((one) => one === text.slice(0, Math.max(0, colon)));
  if (!kind || kind === 'item' || kind === 'plan') return { kind: 'item', id: text };
  return { kind, id: text.slice(colon + 1).trim() };
}

/** The property and the key of a watched value. */
export function valueParts(id: string): { readonly propertyId: string; readonly value: string } {
  const space = id.indexOf(' ');
  return { propertyId: id.slice(0, Math.max(0, space)), value: id.slice(space + 1) };
}

/** What a target is called after "You watch". `names` gives items, people, teams and plans by id. */
export function targetWords({ kind, id }: WatchTarget, names: (id: string) => string): string {
  switch (kind) {
    case 'value': {
      const { propertyId, value } = valueParts(id);
      return `value ${value} of ${names(propertyId)}`;
    }
    case 'tag':
      return `tag ${id}`;
    case 'category':
      return `category ${id}`;
    case 'owner':
      return `what ${names(id.slice(id.indexOf(':') + 1))} owns`;
    case 'source':
      return `what ${names(id)} sends`;
    case 'filter':
      return `the filter ${id}`;
    case 'plan':
      return `the plan ${names(id)}`;
    case 'item':
    case 'request':
      return names(id);
  }
}
