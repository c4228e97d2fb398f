import { type Choice, type Choices, choicesOf } from './choices';

/** What the cells of a grid can name, as it is read with the rows. */
export interface NameLists {
  /** Ids are `team:…` and `person:…`. */
  readonly owners: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly destinations: readonly Choice[];
  readonly groups: readonly Choice[];
  /** Items of the grid's kind, of which one can replace another. */
  readonly items: readonly Choice[];
  readonly stages: readonly string[];
}

/** The same, ready to be looked up by cell texts. */
export interface GridNames {
  readonly owners: Choices;
  readonly sources: Choices;
  readonly destinations: Choices;
  readonly groups: Choices;
  readonly items: Choices;
  readonly stages: readonly string[];
}

/** Makes names ready to be looked up. */
export function gridNames(lists: NameLists): GridNames {
  return {
    owners: choicesOf(lists.owners, 'team or person'),
    sources: choicesOf(lists.sources, 'source'),
    destinations: choicesOf(lists.destinations, 'destination'),
    groups: choicesOf(lists.groups, 'property group'),
    items: choicesOf(lists.items, 'item of this kind'),
    stages: lists.stages,
  };
}
