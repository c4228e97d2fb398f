import { foldName } from '../../../kit/fold';
import { namesInWords } from '../../review/people';
import type { ConventionRule } from '../finding';
import { nameIndex } from '../name-index';

export const duplicateName: ConventionRule = {
  id: 'duplicate-name',
  label: 'A name exists in one spelling',
  check: (item, { snapshot }) => {
    if (item.kind !== 'event' && item.kind !== 'property') return undefined;
    const index = nameIndex(snapshot, item.kind);
    const own = index.byId.get(item.id);
    if (!own || own.loose === '') return undefined;
    const folded = foldName(item.name);
    // The same name in another namespace is what namespaces are for; another spelling within one is a slip.
    const others = index.byLoose
      .get(own.loose)
      .filter(
        (other) =>
          other.item.id !== item.id && other.item.namespace === item.namespace && foldName(other.item.name) !== folded,
      );
    if (others.length === 0) return undefined;
    return {
      field: 'name',
      words: `The same name in another spelling: ${namesInWords(
        others.map((other) => other.label),
        'and',
      )}.`,
      otherIds: others.map((other) => other.item.id),
    };
  },
};
