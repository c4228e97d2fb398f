import 'server-only';
import { RE2JS } from 're2js';

/** Reads a pattern that somebody wrote: how to find it in a text without backtracking; nothing where it cannot be read. */
export function readPattern(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const read = RE2JS.compile(pattern);
    return (text) => read.matcher(text).find();
  } catch {
    return undefined;
  }
}
