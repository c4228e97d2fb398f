import { describeDifference } from '@/lib/domain/diff/describe';
import { diffItems } from '@/lib/domain/diff/diff-items';
import type { Item } from '@/lib/domain/plan/item';
import { contents } from '@/lib/domain/plan/kinds/contents';
import { fieldOf } from '@/lib/domain/plan/kinds/list';

/** What an item says in one field, in words. */
export interface FieldContent {
  readonly field: string;
  readonly label: string;
  readonly isProse: boolean;
  readonly lines: readonly string[];
}

/** What an item says, field by field in reading order, without what it leaves empty. */
export function contentsOf(item: Item, names: Readonly<Record<string, string>>): FieldContent[] {
  const blank = { ...item, content: contents[item.kind].parse({}) } as Item;
  const byField = new Map<string, string[]>();
  for (const difference of diffItems(blank, item)) {
    if (!('field' in difference)) continue;
    const { label, after, sentence } = describeDifference(difference, (id) => names[id] ?? id);
    // A member with an identity of its own is named in its label: `Properties · currency`.
    const member = label.includes(' · ') ? label.slice(label.indexOf(' · ') + 3) : undefined;
    const words = after ?? sentence;
    const isNamed = member === undefined || words === member || words.startsWith(`${member}: `);
    const isProse = fieldOf(item.kind, difference.field)?.shape === 'prose';
    const lines = isProse ? [words] : (isNamed ? words : `${member}, ${words}`).split('\n');
    byField.set(difference.field, [...(byField.get(difference.field) ?? []), ...lines]);
  }
  return [...byField].map(([field, lines]) => {
    const definition = fieldOf(item.kind, field);
    return { field, label: definition?.label ?? field, isProse: definition?.shape === 'prose', lines };
  });
}
