import { describe, expect, it } from 'vitest';
import { type KeyPress, pressName } from './press';
import { shortcutOf } from './registry';
import { type Circumstances, type FocusedControl, mayAct } from './rules';
import { step } from './sequence';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const body: FocusedControl = { tag: 'body', role: null, inputType: null, isEditable: false, inLayer: false };
const now: Circumstances = { singleKeysOn: true, isPending: false, handlerInLayer: false };
const next = shortcutOf('list.next');
const open = shortcutOf('list.open');
const palette = shortcutOf('palette.open');

describe('whether a key acts', () => {
  it('lets a single key act on the page', () => {
    expect(mayAct(next, press('j'), body, now)).toBe(true);
  });

  it.each<[string, KeyPress, FocusedControl, Circumstances]>([
    ['typing in an input', press('j'), { ...body, tag: 'input', inputType: 'text' }, now],
    ['typing in a text area', press('j'), { ...body, tag: 'textarea' }, now],
    ['typing in an editable element', press('j'), { ...body, tag: 'div', isEditable: true }, now],
    ['composing with an input method', press('j', { isComposing: true }), body, now],
    ['the key repeats', press('j', { repeat: true }), body, now],
    ['a dialog has the keyboard', press('j'), { ...body, inLayer: true }, now],
    ['the focused menu owns letters', press('j'), { ...body, tag: 'div', role: 'menuitem' }, now],
    ['the action is pending', press('j'), body, { ...now, isPending: true }],
    ['single keys are switched off', press('j'), body, { ...now, singleKeysOn: false }],
  ])('does nothing while %s', (_, key, focus, circumstances) => {
    expect(mayAct(next, key, focus, circumstances)).toBe(false);
  });

  it('leaves Enter and Space to a focused button, and Enter to a link', () => {
    expect(mayAct(open, press('Enter'), { ...body, tag: 'button' }, now)).toBe(false);
    expect(mayAct(open, press('Enter'), { ...body, tag: 'a' }, now)).toBe(false);
    expect(mayAct(shortcutOf('list.peek'), press(' '), { ...body, tag: 'button' }, now)).toBe(false);
    expect(mayAct(shortcutOf('list.peek'), press(' '), { ...body, tag: 'a' }, now)).toBe(true);
  });

  it('leaves the arrows to a focused tab', () => {
    expect(mayAct(next, press('ArrowDown'), { ...body, tag: 'button', role: 'tab' }, now)).toBe(false);
  });

  it('lets a held arrow run along a list', () => {
    expect(mayAct(next, press('ArrowDown', { repeat: true }), body, now)).toBe(true);
  });

  it('keeps combinations when single keys are off, and lets the palette open while typing', () => {
    const focus = { ...body, tag: 'textarea' };
    expect(mayAct(palette, press('k', { ctrlKey: true }), focus, { ...now, singleKeysOn: false })).toBe(true);
  });

  it('leaves undo to the text box one types in', () => {
    const focus = { ...body, tag: 'textarea' };
    expect(mayAct(shortcutOf('form.undo'), press('z', { ctrlKey: true }), focus, now)).toBe(false);
  });

  it('lets a form inside a dialog submit', () => {
    const focus = { ...body, tag: 'textarea', inLayer: true };
    const submit = shortcutOf('form.submit');
    expect(mayAct(submit, press('Enter', { ctrlKey: true }), focus, { ...now, handlerInLayer: true })).toBe(true);
    expect(mayAct(submit, press('Enter', { ctrlKey: true }), focus, now)).toBe(false);
  });
});

describe('how a press is named', () => {
  it.each<[string, KeyPress, boolean, string | undefined]>([
    ['Ctrl K elsewhere', press('k', { ctrlKey: true }), false, 'mod+k'],
    ['⌘K on Apple', press('k', { metaKey: true }), true, 'mod+k'],
    ['Ctrl K on Apple, which is another key', press('k', { ctrlKey: true }), true, 'ctrl+k'],
    ['a capital', press('Y', { shiftKey: true }), false, 'shift+y'],
    ['a question mark, whatever it takes to type it', press('?', { shiftKey: true }), false, '?'],
    ['the space bar', press(' '), false, 'Space'],
    ['a modifier alone', press('Shift', { shiftKey: true }), false, undefined],
  ])('names %s', (_, key, isApple, name) => {
    expect(pressName(key, isApple)).toBe(name);
  });
});

describe('sequences', () => {
  const keys = ['g e', 'g i', 'e', 'd'];
  it('completes on the second key', () => {
    const first = step(keys, undefined, 'g', 0);
    expect(first).toEqual({ begun: { name: 'g', atMs: 0 } });
    expect(step(keys, first.begun, 'e', 500)).toEqual({ keys: 'g e' });
  });
  it('forgets the first key after a while', () => {
    expect(step(keys, { name: 'g', atMs: 0 }, 'e', 5000)).toEqual({ keys: 'e' });
  });
  it('does nothing on a wrong second key', () => {
    expect(step(keys, { name: 'g', atMs: 0 }, 'd', 100)).toEqual({});
  });
});
