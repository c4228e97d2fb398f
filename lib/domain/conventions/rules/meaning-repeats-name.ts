import { foldName } from '../../../kit/fold';
import { wordsOf } from '../casing';
import type { ConventionRule } from '../finding';
import { stemOf } from '../stem';

/** Words that add nothing to a name. */
const empty = new Set(
  'a an the this that is are was were be been when whenever if of in on to for by from with at and or it its user users customer event events property field value track tracks tracked tracking fire fires fired triggered trigger triggers sent occurs happens count counts number indicates'
    .split(' ')
    .map(stemOf),
);

const told = (text: string): Set<string> => new Set(wordsOf(foldName(text)).map(stemOf));

export const meaningRepeatsName: ConventionRule = {
  id: 'meaning-repeats-name',
  label: 'A meaning says more than the name',
  check: (item) => {
    const meaning = item.content.meaning.trim();
    if (meaning === '' || meaning.length > 200 || (item.kind !== 'event' && item.kind !== 'property')) return undefined;
    // Words are taken before folding, since camelCase loses its borders by it.
    const name = new Set(wordsOf(item.name).map((word) => stemOf(foldName(word))));
    const more = [...told(meaning)].filter((word) => !name.has(word) && !empty.has(word));
    return more.length === 0 ? { field: 'meaning', words: 'The meaning only repeats the name.' } : undefined;
  },
};
