import type { Role } from '../access/roles';

/** A member of the workspace as the rules see them, with the role and teams held now. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
}

/** A team as it is named in words. */
export interface Team {
  readonly id: string;
  readonly name: string;
}

/** Everybody of a workspace, for rights and for words. */
export interface People {
  readonly persons: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
}

/** People by id from two lists. */
export function peopleOf(persons: Iterable<Person>, teams: Iterable<Team>): People {
  return {
    persons: new Map([...persons].map((person) => [person.id, person])),
    teams: new Map([...teams].map((team) => [team.id, team])),
  };
}

/** The name of a person, or words for one who left. */
export function personName(people: People, id: string): string {
  return people.persons.get(id)?.name ?? 'a former member';
}

/** The name of a team, or words for one that is gone. */
export function teamName(people: Pick<People, 'teams'>, id: string): string {
  return people.teams.get(id)?.name ?? 'a former team';
}

/** Names as a list in words: "Ana", "Ana or Ben", "Ana, Ben or 3 others". */
export function namesInWords(names: readonly string[], joint = 'or', shown = 3): string {
  const [first, second] = names;
  if (first === undefined) return 'nobody';
  if (second === undefined) return first;
  if (names.length <= shown) return `${names.slice(0, -1).join(', ')} ${joint} ${names[names.length - 1] ?? ''}`;
  const rest = names.length - shown + 1;
  return `${names.slice(0, shown - 1).join(', ')} ${joint} ${rest} others`;
}
