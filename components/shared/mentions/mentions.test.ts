import { describe, expect, it } from 'vitest';
import { shownText, storedText, suggestedPeople, typedName } from './mentions';

const ana = { id: 'us_00000000ana', name: 'Ana' };
const anaLee = { id: 'us_00000000lee', name: 'Ana Lee' };
const zoe = { id: 'us_00000000zoe', name: 'Zoë Núñez' };
const people = [ana, anaLee, zoe];

describe('a name in a text', () => {
  it('is stored as an id and shown as the name again', () => {
    const written = '@Ana Lee, ask @Zoë Núñez (or @Ana).';
    const stored = storedText(written, people);
    expect(stored).toBe('@us_00000000lee, ask @us_00000000zoe (or @us_00000000ana).');
    expect(shownText(stored, people)).toBe(written);
  });

  it('is no part of an address or of a longer word, and stays when nobody has it', () => {
    const plain = 'mail ana@Ana.example, @Anabel and @nobody';
    expect(storedText(plain, people)).toBe(plain);
    expect(shownText('Ask @us_00000000gone0', people)).toBe('Ask @somebody');
  });

  it('is known while it is typed', () => {
    expect(typedName('Hi @', 4)).toBe('');
    expect(typedName('Hi @an and more', 6)).toBe('an');
    expect(typedName('Hi @Ana Le', 10)).toBe('Ana Le');
    expect(typedName('ana@exam', 8)).toBeNull();
    expect(typedName('Hi', 2)).toBeNull();
  });

  it('is found by the beginning of any part, without its accents', () => {
    expect(suggestedPeople('nun', people)).toEqual([zoe]);
    expect(suggestedPeople('an', people)).toEqual([ana, anaLee]);
    expect(suggestedPeople('l', [anaLee, { id: 'us_1', name: 'Luca' }]).map(({ name }) => name)).toEqual([
      'Luca',
      'Ana Lee',
    ]);
    expect(suggestedPeople('', people, 2)).toHaveLength(2);
    expect(suggestedPeople('lee x', people)).toEqual([]);
  });
});
