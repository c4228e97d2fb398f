import { namesInWords } from '../../review/people';
import type { ConventionRule } from '../finding';
import { gapsOf, type IndexedName, type NameIndex, nameIndex } from '../name-index';
import { baseOf, isVerb } from '../verbs';

export const nearDuplicate: ConventionRule = {
  id: 'near-duplicate',
  label: 'No two names say the same',
  check: (item, { snapshot }) => {
    if (item.kind !== 'event' && item.kind !== 'property') return undefined;
    const index = nameIndex(snapshot, item.kind);
    const own = index.byId.get(item.id);
    if (!own || own.words.length < 2) return undefined;
    const others = new Map<string, IndexedName>();
    for (const other of index.byBag.get(own.bag)) {
      if (other.loose !== own.loose && other.item.namespace === item.namespace) others.set(other.item.id, other);
    }
    for (const gap of gapsOf(own, index.frequency)) {
      for (const other of index.byGap.get(gap)) {
        if (
          other.item.id !== item.id &&
          other.item.namespace === item.namespace &&
          isSlip(own, other, Number.parseInt(gap, 10), index)
        )
          others.set(other.item.id, other);
      }
    }
    if (others.size === 0) return undefined;
    const close = [...others.values()];
    return {
      field: 'name',
      words: `Close to ${namesInWords(
        close.map((other) => other.label),
        'and',
      )}: one of them may do.`,
      otherIds: [...others.keys()],
    };
  },
};

/** One of the two words is a word of the plan, the other occurs nowhere else, and a letter sets them apart. */
function isSlip(a: IndexedName, b: IndexedName, place: number, index: NameIndex): boolean {
  const [one, two] = [a.words[place] ?? '', b.words[place] ?? ''];
  const [rare, common] = (index.frequency.get(one) ?? 0) <= (index.frequency.get(two) ?? 0) ? [one, two] : [two, one];
  if ((index.frequency.get(rare) ?? 0) > 1 || (index.frequency.get(common) ?? 0) < 3) return false;
  if (rare === `${common}s` || common === `${rare}s` || isDeed(rare)) return false;
  return withinOneEdit(rare, common);
}

function isDeed(word: string): boolean {
  return isVerb(word) || baseOf(word) !== undefined;
}

/** Whether two different words are one letter added, dropped, replaced or swapped apart. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
