import { describe, expect, it } from 'vitest';
import { type Scope, type Shortcut, scopes, shortcuts } from './registry';

const all: readonly Shortcut[] = shortcuts;

/** The shortcuts that can act on a screen of a scope: its own, and those of everywhere it does not replace. */
function activeIn(scope: Scope): Shortcut[] {
  const own = all.filter((shortcut) => shortcut.scopes.includes(scope));
  const replaced = new Set(own.map((shortcut) => shortcut.replaces));
  return scope === 'everywhere'
    ? own
    : [...own, ...all.filter((shortcut) => shortcut.scopes.includes('everywhere') && !replaced.has(shortcut.id))];
}

function clashes(active: Shortcut[]): string[] {
  const keys = active.flatMap((shortcut) => shortcut.keys.map((key) => ({ key: key.toLowerCase(), id: shortcut.id })));
  return keys.flatMap((one, index) =>
    keys
      .slice(index + 1)
      .filter(
        (other) => other.key === one.key || other.key.startsWith(`${one.key} `) || one.key.startsWith(`${other.key} `),
      )
      .map((other) => `${one.id} and ${other.id} share ${one.key}`),
  );
}

describe('the keyboard registry', () => {
  it.each(scopes)('has no keys twice, and none that begins another, in the scope %s', (scope) => {
    expect(clashes(activeIn(scope))).toEqual([]);
  });

  it('finds a clash when there is one', () => {
    const twin: Shortcut = { id: 'twin', label: 'Twin', keys: ['g'], scopes: ['everywhere'] };
    expect(clashes([...activeIn('everywhere'), twin])).not.toEqual([]);
  });

  it('has every id once', () => {
    expect(new Set(all.map((shortcut) => shortcut.id)).size).toBe(all.length);
  });

  it('never takes a key of the browser or of moving the focus', () => {
    const taken = all.flatMap((shortcut) => shortcut.keys).filter((key) => /^mod\+[flwtn]$|^Tab$|alt\+Arrow/.test(key));
    expect(taken).toEqual([]);
  });

  it('acts while typing only with a modifier', () => {
    for (const shortcut of all) {
      if (shortcut.whileTyping) expect(shortcut.keys.every((key) => key.startsWith('mod+'))).toBe(true);
    }
  });
});
