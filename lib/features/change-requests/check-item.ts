import 'server-only';
import { canonicalItem } from '@/lib/domain/plan/canonical-item';
import { type Item, itemSchema } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { newId } from '@/lib/kit/id';
import { err, ok, type Result } from '@/lib/kit/result';

/** What is wrong with an item as it was written, field by field. */
export interface ItemInvalid {
  readonly code: 'item.invalid';
  readonly detail: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** An item as somebody wrote it; what it leaves out takes its kind's default. */
export interface WrittenItem {
  readonly itemId?: string | undefined;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
  readonly content: Record<string, unknown>;
}

/** The item in its one stored form, or every field that is wrong. */
export function checkItem(written: WrittenItem): Result<Item, ItemInvalid> {
  const { itemId, kind, namespace, name, content } = written;
  const parsed = itemSchema.safeParse({ id: itemId ?? newId(kinds[kind].idPrefix), kind, namespace, name, content });
  if (parsed.success) return ok(canonicalItem(parsed.data));
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return err({
    code: 'item.invalid',
    detail: errors
      .map((error) => `${error.path || 'item'}: ${error.message}`)
      .slice(0, 3)
      .join('; '),
    errors,
  });
}
