import { mentionParts } from '@/lib/domain/review/mentions';

/** Somebody who can be named. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A stored text as it is read and written: with names where it has ids. */
export function shownText(text: string, people: readonly Named[]): string {
  return mentionParts(text)
    .map((part) => (typeof part === 'string' ? part : `@${nameOf(part.userId, people)}`))
    .join('');
}

/** The name of somebody a text names, or words for one who is not known here. */
function nameOf(userId: string, people: readonly Named[]): string {
  return people.find((person) => person.id === userId)?.name ?? 'somebody';
}

/** A written text as it is stored: names after an `@` become ids, the longest name that fits first. */
export function storedText(text: string, people: readonly Named[]): string {
  const byLength = people.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  let stored = '';
  let from = 0;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_@])@/gu)) {
    if (index < from) continue;
    const rest = text.slice(index + 1);
    const person = byLength.find(
      ({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length)),
    );
    if (!person) continue;
    stored += `${text.slice(from, index)}@${person.id}`;
    from = index + 1 + person.name.length;
  }
  return stored + text.slice(from);
}

/** The name that is being typed before the caret, without its `@`; null when none is. */
export function typedName(text: string, caret: number): string | null {
  const found = /(?:^|[\s(,;:“"'])@([\p{L}\p{N}][\p{L}\p{N} .’'-]{0,39}|)$/u.exec(text.slice(0, caret));
  return found ? (found[1] ?? '') : null;
}

/** Members whose name begins with what was typed, then those with a part of it that does: at most `most`. */
export function suggestedPeople(typed: string, people: readonly Named[], most = 6): Named[] {
  const wanted = fold(typed);
  const isFirst = ({ name }: Named) => fold(name).startsWith(wanted);
  const isPart = ({ name }: Named) =>
    fold(name)
      .split(/[\s-]+/u)
      .some((word) => word.startsWith(wanted));
  return [...people.filter(isFirst), ...people.filter((one) => !isFirst(one) && isPart(one))].slice(0, most);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
