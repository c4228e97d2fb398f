import 'server-only';
import pg from 'pg';
import * as z from 'zod';
import { requireEnv } from '../env';
import { log } from '../log';

/** The PostgreSQL channel on which every process tells every other what was committed. */
export const liveChannel = 'waymark_live';

const announcementSchema = z.object({
  workspaceId: z.string(),
  seq: z.number().int().nullable(),
  action: z.string(),
  plan: z.string().nullable(),
  number: z.number().int().nullable(),
  /** Whom it concerns; null for everybody in the workspace. */
  userIds: z.array(z.string()).nullable(),
});

/** One committed change, as it crosses the database: small, and without any content. */
export type Announcement = z.infer<typeof announcementSchema>;

/** Somebody who listens to a workspace. */
export interface Ear {
  readonly workspaceId: string;
  readonly userId: string;
  /** From now on everything is heard. Comes again after the database was lost, since something may have been missed. */
  listening(): void;
  hear(announcement: Announcement): void;
  /** The process ends. */
  end(): void;
}

const aliveEveryMs = 30_000;
const longestPauseMs = 5_000;

/** The ears of this process behind one listening connection, which is open only while there are any. */
class Hub {
  readonly #ears = new Map<string, Set<Ear>>();
  #client: pg.Client | undefined;
  #isListening = false;
  #failures = 0;
  #again: NodeJS.Timeout | undefined;

  /** Adds an ear. @returns how to take it away */
  join(ear: Ear): () => void {
    const ears = this.#ears.get(ear.workspaceId) ?? new Set();
    this.#ears.set(ear.workspaceId, ears.add(ear));
    if (this.#isListening) ear.listening();
    else this.#connect();
    return () => this.#leave(ear);
  }

  /** How many streams a person has open, or all people together. */
  count(userId?: string): number {
    return [...this.#all()].filter((ear) => userId === undefined || ear.userId === userId).length;
  }

  /** Ends every stream, so that a process that stops does not wait for its readers. */
  end(): void {
    for (const ear of [...this.#all()]) ear.end();
  }

  *#all(): Iterable<Ear> {
    for (const ears of this.#ears.values()) yield* ears;
  }

  #leave(ear: Ear): void {
    const ears = this.#ears.get(ear.workspaceId);
    ears?.delete(ear);
    if (ears?.size === 0) this.#ears.delete(ear.workspaceId);
    if (this.#ears.size > 0) return;
    clearTimeout(this.#again);
    const client = this.#client;
    this.#client = undefined;
    this.#isListening = false;
    client?.end().catch(() => undefined);
  }

  #connect(): void {
    if (this.#client) return;
    clearTimeout(this.#again);
    const client = new pg.Client({
      connectionString: requireEnv('databaseUrl'),
      application_name: 'waymark live',
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    this.#client = client;
    // A connection that is dead without a word is found by asking.
    const alive = setInterval(() => client.query('select 1').catch(lost), aliveEveryMs).unref();
    const lost = (error?: Error) => {
      clearInterval(alive);
      if (this.#client !== client) return;
      this.#client = undefined;
      this.#isListening = false;
      client.end().catch(() => undefined);
      this.#failures += 1;
      if (this.#failures > 1) log.warn({ error: error?.message }, 'live updates wait for the database');
      const pauseMs = Math.min(100 * 2 ** this.#failures, longestPauseMs);
      this.#again = setTimeout(() => this.#connect(), pauseMs).unref();
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => this.#spread(payload ?? ''));
    client
      .connect()
      .then(() => client.query(`listen ${liveChannel}`))
      .then(() => {
        if (this.#client !== client) return;
        this.#failures = 0;
        this.#isListening = true;
        for (const ear of [...this.#all()]) ear.listening();
      })
      .catch(lost);
  }

  #spread(payload: string): void {
    const announcement = readAnnouncement(payload);
    if (!announcement) return;
    for (const ear of [...(this.#ears.get(announcement.workspaceId) ?? [])])
      if (announcement.userIds === null || announcement.userIds.includes(ear.userId)) ear.hear(announcement);
  }
}

/** Another version of the product may say it in other words: such an announcement is passed over. */
function readAnnouncement(payload: string): Announcement | undefined {
  try {
    return announcementSchema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

const home = globalThis as typeof globalThis & { waymarkLive?: Hub };

/** The process's ears. They live on `globalThis` because several bundles of one server share them. */
export function liveHub(): Hub {
  home.waymarkLive ??= new Hub();
  return home.waymarkLive;
}
