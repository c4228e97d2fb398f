/** Where a shortcut is meant: everywhere, or on screens of one sort. */
export const scopes = ['everywhere', 'list', 'item', 'composer', 'review', 'conflict', 'grid', 'inbox'] as const;
export type Scope = (typeof scopes)[number];

/** How each scope is called on the sheet of shortcuts. */
export const scopeLabels: Record<Scope, string> = {
  everywhere: 'Everywhere',
  list: 'Lists',
  item: 'One item',
  composer: 'Forms and composer',
  review: 'Review',
  conflict: 'Conflicts',
  grid: 'Grid',
  inbox: 'Inbox',
};

/** One action that has keys. */
export interface Shortcut {
  readonly id: string;
  readonly label: string;
  /** Ways to press it; the first is the one taught. `mod` is ⌘ on Apple and Ctrl elsewhere; a space parts a sequence. */
  readonly keys: readonly [string, ...string[]];
  readonly scopes: readonly Scope[];
  /** Also acts while one types: only for combinations that text boxes do not use themselves. */
  readonly whileTyping?: boolean;
  /** Takes the place of this shortcut of `everywhere` on its own screens. */
  readonly replaces?: string;
}

/** Every key of the product. Handlers, tooltips, menus, ⌘K and the `?` sheet read it; none of them names a key itself. */
export const shortcuts = [
  { id: 'palette.open', label: 'Search and commands', keys: ['mod+k'], scopes: ['everywhere'], whileTyping: true },
  { id: 'help.shortcuts', label: 'Shortcuts of this screen', keys: ['?'], scopes: ['everywhere'] },
  { id: 'filter.focus', label: 'Focus the filter or search', keys: ['/'], scopes: ['everywhere'] },
  {
    id: 'layer.close',
    label: 'Close the topmost layer, then clear the selection',
    keys: ['Escape'],
    scopes: ['everywhere'],
  },
  { id: 'rail.fold', label: 'Fold or unfold the navigation', keys: ['['], scopes: ['everywhere'] },
  { id: 'go.home', label: 'Go to home', keys: ['g h'], scopes: ['everywhere'] },
  { id: 'go.events', label: 'Go to events', keys: ['g e'], scopes: ['everywhere'] },
  { id: 'go.properties', label: 'Go to properties', keys: ['g p'], scopes: ['everywhere'] },
  { id: 'go.consumers', label: 'Go to consumers', keys: ['g c'], scopes: ['everywhere'] },
  { id: 'go.change-requests', label: 'Go to change requests', keys: ['g r'], scopes: ['everywhere'] },
  { id: 'go.inbox', label: 'Go to inbox', keys: ['g i'], scopes: ['everywhere'] },
  { id: 'go.exports', label: 'Go to exports', keys: ['g x'], scopes: ['everywhere'] },
  { id: 'go.settings', label: 'Go to settings', keys: ['g s'], scopes: ['everywhere'] },
  { id: 'item.propose', label: 'Propose a new item', keys: ['c'], scopes: ['everywhere'] },

  { id: 'list.next', label: 'Next row', keys: ['j', 'ArrowDown'], scopes: ['list', 'inbox'] },
  { id: 'list.previous', label: 'Previous row', keys: ['k', 'ArrowUp'], scopes: ['list', 'inbox'] },
  { id: 'list.open', label: 'Open', keys: ['Enter'], scopes: ['list', 'inbox'] },
  { id: 'list.peek', label: 'Peek', keys: ['Space'], scopes: ['list'] },
  { id: 'list.select', label: 'Select or deselect', keys: ['x'], scopes: ['list'] },
  { id: 'list.select-next', label: 'Select downwards', keys: ['shift+ArrowDown'], scopes: ['list'] },
  { id: 'list.select-previous', label: 'Select upwards', keys: ['shift+ArrowUp'], scopes: ['list'] },
  { id: 'list.select-all', label: 'Select all', keys: ['mod+a'], scopes: ['list'] },

  { id: 'item.edit', label: 'Edit', keys: ['e'], scopes: ['list', 'item', 'review'] },
  { id: 'item.watch', label: 'Watch or stop watching', keys: ['w'], scopes: ['list', 'item', 'inbox'] },
  { id: 'item.copy-link', label: 'Copy link', keys: ['y'], scopes: ['list', 'item', 'review', 'inbox'] },
  { id: 'item.copy-name', label: 'Copy name', keys: ['shift+y'], scopes: ['list', 'item'] },
  { id: 'item.actions', label: 'Actions on the focused thing', keys: ['.'], scopes: ['list', 'item', 'review'] },
  { id: 'item.next', label: 'Next in the list you came from', keys: [']'], scopes: ['item'] },
  {
    id: 'item.previous',
    label: 'Previous in the list you came from',
    keys: ['['],
    scopes: ['item'],
    replaces: 'rail.fold',
  },

  {
    id: 'form.submit',
    label: 'Submit the form or comment',
    keys: ['mod+Enter'],
    scopes: ['composer', 'review', 'conflict'],
    whileTyping: true,
  },
  {
    id: 'form.save',
    label: 'Save now',
    keys: ['mod+s'],
    scopes: ['composer', 'review', 'conflict', 'grid'],
    whileTyping: true,
  },
  { id: 'form.undo', label: 'Undo', keys: ['mod+z'], scopes: ['composer', 'grid'] },
  { id: 'form.redo', label: 'Redo', keys: ['mod+shift+z'], scopes: ['composer', 'grid'] },

  { id: 'review.next', label: 'Next change', keys: ['n'], scopes: ['review', 'conflict'] },
  { id: 'review.previous', label: 'Previous change', keys: ['p'], scopes: ['review', 'conflict'] },
  { id: 'review.comment', label: 'Comment on the focused field', keys: ['m'], scopes: ['review'] },
  { id: 'review.viewed', label: 'Mark viewed', keys: ['v'], scopes: ['review'] },
  { id: 'review.approve', label: 'Approve', keys: ['a'], scopes: ['review'] },
  { id: 'review.request-changes', label: 'Request changes', keys: ['r'], scopes: ['review'] },
  { id: 'review.layout', label: 'Side by side or unified', keys: ['t'], scopes: ['review'] },
  { id: 'review.filter', label: 'Only meaning and breaking', keys: ['f'], scopes: ['review'] },
  {
    id: 'review.post-now',
    label: 'Post the comment now',
    keys: ['mod+alt+Enter'],
    scopes: ['review'],
    whileTyping: true,
  },

  { id: 'conflict.theirs', label: 'Take theirs', keys: ['1'], scopes: ['conflict'] },
  { id: 'conflict.yours', label: 'Keep yours', keys: ['2'], scopes: ['conflict'] },
  { id: 'conflict.write', label: 'Write it yourself', keys: ['3'], scopes: ['conflict'] },

  { id: 'grid.open', label: 'Edit these rows in the grid', keys: ['mod+shift+e'], scopes: ['list'] },
  { id: 'grid.edit', label: 'Edit the cell', keys: ['F2', 'Enter'], scopes: ['grid'] },
  { id: 'grid.clear', label: 'Empty the selected cells', keys: ['Delete'], scopes: ['grid'] },
  { id: 'grid.fill-down', label: 'Fill down', keys: ['mod+d'], scopes: ['grid'] },
  { id: 'grid.fill-right', label: 'Fill right', keys: ['mod+r'], scopes: ['grid'] },

  { id: 'inbox.done', label: 'Done', keys: ['d'], scopes: ['inbox'] },
  { id: 'inbox.snooze', label: 'Snooze', keys: ['h'], scopes: ['inbox'] },
  { id: 'inbox.unread', label: 'Mark unread', keys: ['u'], scopes: ['inbox'] },
  { id: 'inbox.acknowledge', label: 'Acknowledge', keys: ['a'], scopes: ['inbox'] },
  { id: 'inbox.undo', label: 'Undo the last triage', keys: ['z'], scopes: ['inbox'] },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof shortcuts)[number]['id'];

const byId = new Map<string, Shortcut>(shortcuts.map((shortcut) => [shortcut.id, shortcut]));

/** The entry of an id. */
export function shortcutOf(id: ShortcutId): Shortcut {
  const shortcut = byId.get(id);
  if (!shortcut) throw new Error(`no shortcut is called ${id}`);
  return shortcut;
}

/** The keys to teach for an action, as `Kbd`, `Tooltip` and menus take them. */
export function keysOf(id: ShortcutId): string {
  return shortcutOf(id).keys[0];
}
