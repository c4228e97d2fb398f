import { canonicalJson } from '../../kit/canonical';
import type { FieldDefinition } from './kinds/define';

/** The identity of a member of a set or a keyed field, as text; the text `1` and the number 1 have different ones. */
export function memberKeyOf(field: FieldDefinition, member: unknown): string {
  const key: unknown = field.shape === 'keyed' ? (member as Record<string, unknown>)[field.memberKey] : member;
  return typeof key === 'string' && !readsAsJson.test(key) ? key : canonicalJson(key);
}

// Texts that would read as another value's canonical JSON are quoted; all others stay as people write them.
const readsAsJson = /^(?:["[{]|-?\d|true$|false$|null$)/u;
