/** What is read from a key event. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

const bare = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph', 'Dead', 'Process', 'Unidentified']);

/**
 * A press as the registry writes it, such as `mod+k`, `shift+y` or `?`; undefined for a modifier alone.
 * Shift is named with letters and named keys only: for other characters it is part of typing them.
 */
export function pressName(press: KeyPress, isApple: boolean): string | undefined {
  if (bare.has(press.key)) return undefined;
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const mod = isApple ? press.metaKey : press.ctrlKey;
  const other = isApple ? press.ctrlKey : press.metaKey;
  return [
    mod ? 'mod' : '',
    other ? (isApple ? 'ctrl' : 'meta') : '',
    press.altKey ? 'alt' : '',
    press.shiftKey && (isLetter || key.length > 1) ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** Whether a press holds a modifier that makes it a combination rather than a single key. */
export function isCombination(press: KeyPress): boolean {
  return press.ctrlKey || press.metaKey || press.altKey;
}
