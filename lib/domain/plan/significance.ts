/** What a difference does to those who send and those who read, from loudest to quietest. */
export const significances = ['breaking', 'meaning', 'additive', 'editorial'] as const;
export type Significance = (typeof significances)[number];
