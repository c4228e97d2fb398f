/** English words that only hold a sentence together. Particles that make a verb another one (`sign up`, `sign out`) are none. */
const words = new Set(
  (
    'a an the this that these those and or but nor if then than so as at by for from in on of to into onto with within ' +
    'is are was were be been being am do does did has have had having will would shall should may might must can could ' +
    'i we you he she it its they them their our your my me us his her who whom whose which what when where why how ' +
    'there here any some each every all both own same such only just also very too not no got get gets getting'
  ).split(' '),
);

/** Whether a folded word says nothing of its own. */
export function isFunctionWord(word: string): boolean {
  return words.has(word);
}

/** Every function word, for telling a mistyped one. */
export const functionWords: readonly string[] = [...words];
