/** How long the second key of a sequence may take. */
const patienceMs = 1200;

/** The first key of a sequence, and when it was pressed. */
export interface Begun {
  readonly name: string;
  readonly atMs: number;
}

/** What a press completes, given the keys that now have handlers; `begun` waits for the next press. */
export function step(
  keys: Iterable<string>,
  begun: Begun | undefined,
  name: string,
  atMs: number,
): { keys?: string; begun?: Begun } {
  const fresh = begun && atMs - begun.atMs <= patienceMs ? begun.name : undefined;
  let startsOne = false;
  let alone: string | undefined;
  for (const candidate of keys) {
    if (fresh !== undefined && candidate === `${fresh} ${name}`) return { keys: candidate };
    if (candidate === name) alone = candidate;
    if (candidate.startsWith(`${name} `)) startsOne = true;
  }
  // A wrong second key ends the sequence and does nothing: `g` then `d` must not mark something done.
  if (fresh !== undefined) return {};
  if (startsOne) return { begun: { name, atMs } };
  return alone === undefined ? {} : { keys: alone };
}
