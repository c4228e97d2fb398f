/** Tokens left for one caller and when they were counted last. */
interface Level {
  left: number;
  atMs: number;
}

/**
 * A limit kept in this process's memory: `perMinute` calls on average and as many at once. It shields the server from
 * a runaway client; limits that guard an account are counted in the database.
 */
export class Bucket {
  private readonly levels = new Map<string, Level>();

  constructor(
    private readonly perMinute: number,
    private readonly maxCallers = 50_000,
  ) {}

  /** Milliseconds until the caller may go on; 0 when it may now. */
  take(caller: string, atMs: number): number {
    const perMs = this.perMinute / 60_000;
    const level = this.levels.get(caller) ?? { left: this.perMinute, atMs };
    const left = Math.min(this.perMinute, level.left + (atMs - level.atMs) * perMs);
    if (this.levels.size >= this.maxCallers) this.levels.clear();
    this.levels.set(caller, { left: left >= 1 ? left - 1 : left, atMs });
    return left >= 1 ? 0 : Math.ceil((1 - left) / perMs);
  }
}
