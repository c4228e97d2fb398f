/** Reads a pattern that somebody wrote, so that it can be tried on texts without ever stalling; nothing where it cannot be read. */
export type ReadPattern = (pattern: string) => ((text: string) => boolean) | undefined;
