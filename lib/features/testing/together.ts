import type { Result } from '@/lib/kit/result';

/** How something that raced ended. */
export type Outcome = Result<unknown, { readonly code: string }>;

const spreadMs = 25;

/** Starts all at nearly the same moment, each a little and randomly late, so that every order comes about. */
export function together(...starts: (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  return Promise.all(
    starts.map(async (start) => {
      await new Promise((done) => setTimeout(done, Math.random() * spreadMs));
      return start();
    }),
  );
}

/** An outcome in a word. */
export function said(outcome: Outcome | undefined): string {
  return outcome === undefined ? 'nothing' : outcome.ok ? 'ok' : outcome.error.code;
}
