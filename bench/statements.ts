import pg from 'pg';

/** What was sent to the database, with the moment each statement was answered. */
interface Watched {
  /** Milliseconds from the answer to the first statement like `from` to the answer of the next like `to`. */
  between(from: RegExp, to: RegExp): number;
  stop(): void;
}

/** Watches every statement of this process from here on, at the driver, so that nothing of ours is changed for it. */
export function watchStatements(): Watched {
  const answered: { readonly text: string; readonly at: number }[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function watched(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
    const result = (query as (...all: unknown[]) => unknown).apply(this, args);
    if (result instanceof Promise)
      result.then(() => answered.push({ text, at: performance.now() })).catch(() => undefined);
    return result;
  } as typeof query;
  return {
    between: (from, to) => {
      const begin = answered.findIndex(({ text }) => from.test(text));
      const end = answered.findIndex(({ text }, index) => index > begin && to.test(text.trim()));
      const [first, last] = [answered[begin], answered[end]];
      if (!first || !last) throw new Error(`no statement like ${first ? to : from} was sent`);
      return last.at - first.at;
    },
    stop: () => {
      pg.Client.prototype.query = query;
    },
  };
}
