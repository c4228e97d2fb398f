import { isCombination, type KeyPress } from './press';
import type { Shortcut } from './registry';

/** What has the focus, as far as keys care. */
export interface FocusedControl {
  readonly tag: string;
  readonly role: string | null;
  readonly inputType: string | null;
  readonly isEditable: boolean;
  /** Inside a dialog, a menu or another layer that takes the keyboard. */
  readonly inLayer: boolean;
}

/** What else decides whether a shortcut may act. */
export interface Circumstances {
  readonly singleKeysOn: boolean;
  /** The action is already under way. */
  readonly isPending: boolean;
  /** The handler stands inside the layer that has the keyboard. */
  readonly handlerInLayer: boolean;
}

const notText = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Whether keys become text where the focus is. */
export function isTyping(focus: FocusedControl): boolean {
  if (focus.isEditable || focus.tag === 'textarea' || focus.tag === 'select') return true;
  if (focus.role === 'textbox' || focus.role === 'searchbox') return true;
  return focus.tag === 'input' && !notText.has(focus.inputType ?? 'text');
}

const pressing = ['Enter', ' '];
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];

/** Roles whose keys are their own: they search by letter, move by arrow, or are a world of their own. */
const ownAll = new Set([
  'grid',
  'gridcell',
  'listbox',
  'option',
  'menu',
  'menuitem',
  'tree',
  'treeitem',
  'combobox',
  'application',
  'spinbutton',
]);
const ownArrows = new Set(['tab', 'radio', 'slider', 'separator', 'radiogroup', 'tablist', 'scrollbar']);
const ownPress = new Set(['button', 'checkbox', 'switch', 'tab', 'radio', 'link']);

/** Whether the focused control has a use of its own for a key. */
export function ownsKey(focus: FocusedControl, key: string): boolean {
  const role = focus.role ?? '';
  if (ownAll.has(role)) return key !== 'Escape';
  if (arrows.includes(key))
    return ownArrows.has(role) || (focus.tag === 'input' && ['radio', 'range'].includes(focus.inputType ?? ''));
  if (!pressing.includes(key)) return false;
  if (focus.tag === 'a') return key === 'Enter';
  return focus.tag === 'button' || focus.tag === 'summary' || focus.tag === 'input' || ownPress.has(role);
}

/** Whether a shortcut may act on a press: the one place of the rules for keys. */
export function mayAct(shortcut: Shortcut, press: KeyPress, focus: FocusedControl, now: Circumstances): boolean {
  if (press.isComposing || now.isPending) return false;
  if (focus.inLayer && !now.handlerInLayer) return false;
  if (isTyping(focus) && !shortcut.whileTyping) return false;
  if (isCombination(press)) return !press.repeat;
  if (!now.singleKeysOn && press.key !== 'Escape' && press.key !== 'Enter' && !press.key.startsWith('Arrow'))
    return false;
  // Arrows are held down to run along a list, as everywhere else; letters are not.
  if (press.repeat && !press.key.startsWith('Arrow')) return false;
  return !ownsKey(focus, press.key);
}
