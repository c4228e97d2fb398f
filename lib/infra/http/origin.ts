const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The facts of a request that decide whether a browser on another site may have sent it. */
export interface OriginFacts {
  readonly method: string;
  readonly secFetchSite: string | null;
  readonly origin: string | null;
  readonly hasCookie: boolean;
  /** Origins under which this instance is reached: the configured base URL and, on loopback, its twins. */
  readonly ownOrigins: readonly string[];
}

/**
 * Whether a state change may go on: `Sec-Fetch-Site: same-origin`, or without it a matching Origin. With neither, only
 * a request without cookies (a tool with a token) passes. Plain-http hosts send no Fetch-Metadata.
 */
export function isSameOrigin(facts: OriginFacts): boolean {
  if (safeMethods.has(facts.method)) return true;
  if (facts.secFetchSite !== null) return facts.secFetchSite === 'same-origin';
  if (facts.origin !== null) return facts.ownOrigins.includes(facts.origin);
  return !facts.hasCookie;
}
