import type { Owner } from '../plan/parts';
import type { Impact } from './impact';

export const recipientReasons = ['review-asked', 'mentioned', 'consumer', 'own', 'watch'] as const;
/** Why somebody hears, the most pressing first. */
export type RecipientReason = (typeof recipientReasons)[number];

/** Somebody who must hear, once, with every reason and every item they hear about. */
export interface Recipient {
  readonly userId: string;
  /** Most pressing first, at least one. */
  readonly reasons: readonly RecipientReason[];
  /** "Your consumer", "you watch"; for the first reason. */
  readonly words: string;
  readonly itemIds: readonly string[];
}

export interface NewsOf {
  readonly impact: Impact;
  /** Who is asked for a review by this move. */
  readonly reviewAsked?: readonly string[];
  readonly mentioned?: readonly string[];
  /** What somebody has muted, which then reaches them neither as owner nor for a consumer. */
  readonly isMuted?: ((userId: string, itemId: string) => boolean) | undefined;
  /** Who acted, and the author of what is told about: they know. */
  readonly silent: readonly string[];
}

const words: Record<RecipientReason, string> = {
  'review-asked': 'Your review is asked for',
  mentioned: 'You were mentioned',
  consumer: 'Your consumer uses it',
  own: 'You own it',
  watch: 'You watch it',
};

/** Everybody who must hear of what happened, once each, only members, never those who did it. */
export function recipientsOf(
  news: NewsOf,
  members: Iterable<{ readonly id: string; readonly teamIds: readonly string[] }>,
): Recipient[] {
  const people = [...members];
  const silent = new Set(news.silent);
  const found = new Map<string, { reasons: Set<RecipientReason>; itemIds: Set<string> }>();
  const known = new Set(people.map((person) => person.id));
  const add = (userId: string, reason: RecipientReason, itemIds: readonly string[]): void => {
    if (silent.has(userId) || !known.has(userId)) return;
    const entry = found.get(userId) ?? { reasons: new Set(), itemIds: new Set() };
    entry.reasons.add(reason);
    for (const itemId of itemIds) entry.itemIds.add(itemId);
    found.set(userId, entry);
  };
  const addOwner = (owner: Owner, reason: RecipientReason, itemIds: readonly string[]): void => {
    for (const person of people) {
      if (!answersFor(person, owner)) continue;
      const heard = itemIds.filter((itemId) => !news.isMuted?.(person.id, itemId));
      if (heard.length > 0) add(person.id, reason, heard);
    }
  };
  for (const userId of news.reviewAsked ?? []) add(userId, 'review-asked', []);
  for (const userId of news.mentioned ?? []) add(userId, 'mentioned', []);
  for (const consumer of news.impact.consumers)
    if (consumer.owner) addOwner(consumer.owner, 'consumer', consumer.itemIds);
  for (const { owner, itemIds } of news.impact.owners) addOwner(owner, 'own', itemIds);
  for (const { userId, itemIds } of news.impact.watchers) add(userId, 'watch', itemIds);
  return [...found].map(([userId, { reasons, itemIds }]) => {
    const ordered = recipientReasons.filter((reason) => reasons.has(reason));
    return { userId, reasons: ordered, words: words[ordered[0] ?? 'watch'], itemIds: [...itemIds] };
  });
}

/** Whether a person is an owner, or in the team that is. */
export function answersFor(
  person: { readonly id: string; readonly teamIds: readonly string[] },
  owner: Owner,
): boolean {
  return owner.type === 'person' ? person.id === owner.id : person.teamIds.includes(owner.id);
}
