import type { FieldControl } from '@/components/ui/field';
import type { FieldDefinition, ItemKind } from '@/lib/domain/plan/kinds/define';

/** What the editor of one field gets: its value, a way to change it, and what ties it to its label. */
export interface EditorProps<T = unknown> {
  readonly kind: ItemKind;
  readonly field: FieldDefinition;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly control: FieldControl;
  /** Says that what stands in the box cannot be read, or that it can again. */
  readonly onProblem: (problem: string | null) => void;
  /** The value of another field of the same item. */
  readonly other: (key: string) => unknown;
}
