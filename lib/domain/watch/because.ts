import type { Impact } from '../impact/impact';
import { answersFor } from '../impact/recipients-of';
import type { Hearing } from './hear';
import { targetText, targetWords } from './target';

/** One reason in words, and what one stops to be rid of it. */
export interface Because {
  readonly reason: 'consumer' | 'own' | 'watch';
  /** "You watch tag checkout". */
  readonly words: string;
  /** What is stopped or muted, as it stands in an address; null where there is not one thing to stop. */
  readonly target: string | null;
  /** What that is called: "tag checkout". */
  readonly name: string;
}

/** More reasons than this are not read. */
const mostReasons = 8;

/** Why one person hears of a set of changes, the most pressing first; the items are those they hear of. */
export function becauseOf(
  person: { readonly id: string; readonly teamIds: readonly string[] },
  heard: ReadonlySet<string>,
  { impact, hearings }: { readonly impact: Impact; readonly hearings: readonly Hearing[] },
  names: (id: string) => string,
): Because[] {
  const found: Because[] = [];
  const add = (reason: 'consumer' | 'own', words: (list: string) => string, itemIds: readonly string[]): void => {
    const ids = itemIds.filter((itemId) => heard.has(itemId));
    const [only] = ids;
    if (only === undefined) return;
    const name = names(only);
    const list = ids.length === 1 ? name : `${name} and ${ids.length - 1} more`;
    found.push({ reason, words: words(list), target: ids.length === 1 ? only : null, name: list });
  };
  for (const { name, owner, itemIds } of impact.consumers) {
    if (!owner || !answersFor(person, owner)) continue;
    const whose = owner.type === 'person' ? 'Your' : `${names(owner.id)}'s`;
    add('consumer', (list) => `${whose} ${name} uses ${list}`, itemIds);
  }
  for (const { owner, itemIds } of impact.owners) {
    if (!answersFor(person, owner)) continue;
    add(
      'own',
      (list) => (owner.type === 'person' ? `You own ${list}` : `Your team ${names(owner.id)} owns ${list}`),
      itemIds,
    );
  }
  for (const { userId, target } of hearings) {
    if (userId !== person.id) continue;
    const name = targetWords(target, names);
    found.push({ reason: 'watch', words: `You watch ${name}`, target: targetText(target), name });
  }
  return found.slice(0, mostReasons);
}
