'use client';
import { Avatar } from '@/components/ui/avatar';
import { Tooltip } from '@/components/ui/tooltip';
import { usePeopleAt, usePeopleHere } from './attendance';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly isEditing: boolean;
  /** What they do here, as a sentence. */
  readonly words: string;
}

/** So many faces have room in the head of a page, and beside an item; more are one face less and a number. */
const roomInHead = 4;
const roomAtItem = 2;

/** The others who are in the change request, beside its number. */
export function PeopleHere() {
  const people = usePeopleHere().map(({ id, name, at }) => {
    const isEditing = at.some((one) => one.isEditing);
    return { id, name, isEditing, words: `${name} is ${isEditing ? 'editing' : 'here'}` };
  });
  return <Faces people={people} room={roomInHead} label="Also here" />;
}

/** The others who are at an item, in a place that keeps its width, so that nothing moves when somebody comes. */
export function PeopleAt({ itemId }: { itemId: string }) {
  const people = usePeopleAt(itemId).map((one) => ({ ...one, words: sentence(one) }));
  return (
    <span className="flex w-11 shrink-0 justify-end" data-print="hide">
      <Faces people={people} room={roomAtItem} label="Also at this item" />
    </span>
  );
}

/** The same where a row is one button: small faces, and the sentences only read aloud. */
export function PeopleAtRow({ itemId }: { itemId: string }) {
  const people = usePeopleAt(itemId);
  if (people.length === 0) return null;
  const words = people.map(sentence).join(', ');
  const most = facesIn(roomAtItem, people.length);
  return (
    <span className="flex shrink-0 gap-0.5" title={words} data-print="hide">
      {people.slice(0, most).map((one) => (
        <Face key={one.id} {...one} />
      ))}
      {people.length > most ? <Rest count={people.length - most} /> : null}
      <span className="sr-only">, {words}</span>
    </span>
  );
}

/** Who else writes the item that is written here. */
export function PeopleEditing({ itemId }: { itemId: string }) {
  const names = usePeopleAt(itemId)
    .filter((one) => one.isEditing)
    .map(({ name }) => name);
  if (names.length === 0) return null;
  const [first = '', ...others] = names;
  return (
    <span className="truncate text-text">
      {others.length === 0 ? `${first} is editing this too` : `${first} and ${others.length} more are editing this too`}
    </span>
  );
}

function sentence({ name, isEditing }: { readonly name: string; readonly isEditing: boolean }): string {
  return `${name} is ${isEditing ? 'editing' : 'looking at'} this`;
}

function facesIn(room: number, count: number): number {
  return count > room ? room - 1 : count;
}

function Faces({ people, room, label }: { people: readonly Shown[]; room: number; label: string }) {
  if (people.length === 0) return null;
  const most = facesIn(room, people.length);
  const rest = people.slice(most);
  return (
    <ul aria-label={label} className="inline-flex shrink-0 gap-0.5 align-top">
      {people.slice(0, most).map(({ words, ...one }) => (
        <li key={one.id} className="flex">
          <Tooltip label={words}>
            <span className="flex">
              <Face {...one} />
              <span className="sr-only">{words}</span>
            </span>
          </Tooltip>
        </li>
      ))}
      {rest.length > 0 ? (
        <li className="flex">
          <Tooltip label={rest.map(({ words }) => words).join(', ')}>
            <span className="flex">
              <Rest count={rest.length} />
              <span className="sr-only">{rest.map(({ words }) => words).join(', ')}</span>
            </span>
          </Tooltip>
        </li>
      ) : null}
    </ul>
  );
}

function Face({ name, isEditing }: { readonly name: string; readonly isEditing: boolean }) {
  return <Avatar name={name} size="small" className={isEditing ? 'border-accent text-accent' : 'bg-surface'} />;
}

function Rest({ count }: { count: number }) {
  return (
    <span
      aria-hidden
      className="flex h-5 min-w-5 items-center justify-center rounded-full border border-border bg-surface px-0.5 text-muted text-xs tabular-nums"
    >
      +{count}
    </span>
  );
}
