const apple: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥', ctrl: '⌃', enter: '↵' };
const other: Record<string, string> = { mod: 'Ctrl', shift: '⇧', alt: 'Alt', ctrl: 'Ctrl', enter: '↵' };
const shared: Record<string, string> = {
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
  tab: 'Tab',
};

/** What to print for keys written as `mod+k`, `shift+y` or `g e`: one label a cap. */
export function keyLabels(keys: string, isApple: boolean): string[] {
  const named = isApple ? apple : other;
  return keys
    .split(' ')
    .flatMap((press) => (press === '+' ? ['+'] : press.split('+')))
    .map(
      (key) => named[key.toLowerCase()] ?? shared[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key),
    );
}
