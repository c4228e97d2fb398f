import 'server-only';
import { RE2JS } from 're2js';
import * as recheck from 'recheck/lib/browser.js';

/** Milliseconds that one pattern may be looked at; one that is undecided by then is accepted, since we run it without backtracking. */
const budgetMs = 2_000;

// A module of the old kind: the runtime knows it by its default export, bundlers by its names.
const checkSync = recheck.checkSync ?? recheck.default.checkSync;

/**
 * Why a pattern cannot be accepted, or `undefined`. It has to run without backtracking here, and must not be one with
 * which a crafted value can stall the engines that read our exports.
 */
export function patternFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
  } catch (error) {
    return `is no pattern that can be run safely: ${error instanceof Error ? error.message : 'it cannot be read'}`;
  }
  const { status } = checkSync(pattern, '', { timeout: budgetMs, attackTimeout: budgetMs });
  return status === 'vulnerable'
    ? 'takes very long on some values: do not repeat a part that is repeated itself, or whose choices overlap'
    : undefined;
}
