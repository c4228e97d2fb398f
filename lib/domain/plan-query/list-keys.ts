/** What a list can be sorted by. */
export const sortKeys = ['name', 'owner', 'lifecycle', 'changed', 'consumers', 'uses', 'stage', 'category'] as const;
export type SortKey = (typeof sortKeys)[number];
/** What a list can be grouped by. */
export const groupKeys = ['category', 'stage', 'owner', 'lifecycle', 'namespace'] as const;
export type GroupKey = (typeof groupKeys)[number];
