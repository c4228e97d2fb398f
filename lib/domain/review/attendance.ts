/** How often a tab that shows a change request says so, in milliseconds. */
export const beatEveryMs = 15_000;
/** After how much silence nobody is taken to be there any more: two beats may be lost. */
export const goneAfterMs = 40_000;

/** One tab of one person in a change request. */
export interface Tab {
  readonly userId: string;
  readonly name: string;
  /** The item it is at; null on the request as a whole. */
  readonly itemId: string | null;
  readonly isEditing: boolean;
  readonly seenAt: Date;
}

/** A person who is in a change request now, with each item they are at. */
export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly at: readonly { readonly itemId: string; readonly isEditing: boolean }[];
}

/** The others who are here: a person once, however many tabs they have; writing in one of them counts more than looking. */
export function whoIsHere(tabs: readonly Tab[], now: Date, selfId: string): Attendee[] {
  const people = new Map<string, { name: string; at: Map<string, boolean> }>();
  for (const { userId, name, itemId, isEditing, seenAt } of tabs) {
    if (userId === selfId || isGone(seenAt, now)) continue;
    const person = people.get(userId) ?? { name, at: new Map<string, boolean>() };
    people.set(userId, person);
    if (itemId !== null) person.at.set(itemId, isEditing || person.at.get(itemId) === true);
  }
  return [...people]
    .map(([id, { name, at }]) => ({
      id,
      name,
      at: [...at].map(([itemId, isEditing]) => ({ itemId, isEditing })).toSorted((a, b) => compare(a.itemId, b.itemId)),
    }))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

/** Whether a tab has been silent for too long to be there still. */
export function isGone(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= goneAfterMs;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
