import type { Pace } from './channel';

/** One thing that a reader hears by, and how it ends. */
export interface Ending {
  readonly act: 'unwatch' | 'mute';
  /** A target of watches. */
  readonly target: string;
  readonly name: string;
}

/** What ends messages like one that was sent: the digest, the watches by which it came, or the channel as a whole. */
export type Unsubscribe =
  | { readonly kind: 'digest' }
  | { readonly kind: 'reasons'; readonly endings: readonly Ending[] }
  | { readonly kind: 'channel' };

/** A message, as far as ending its like depends on it. */
export interface SentMessage {
  readonly form: 'news' | 'digest' | 'test';
  /** False for a channel of the workspace, whose readers share it. */
  readonly isOwn: boolean;
  readonly reasons: readonly string[];
  readonly because: readonly {
    readonly reason: string;
    readonly target: string | null;
    readonly name: string;
  }[];
  /** The request it is about, for as long as it is open: its id and what it is called. */
  readonly request: { readonly id: string; readonly name: string } | null;
}

/** What muting a request ends. */
const requestReasons: ReadonlySet<string> = new Set(['author', 'contributor', 'reviewer']);

/** What ends messages like this one, and nothing beyond: only where one reason cannot be ended by itself, the channel falls silent. */
export function unsubscribeOf({ form, isOwn, reasons, because, request }: SentMessage): Unsubscribe {
  if (!isOwn || form === 'test') return { kind: 'channel' };
  if (form === 'digest') return { kind: 'digest' };
  const endings: Ending[] = [];
  for (const reason of reasons) {
    const own = because.filter((one) => one.reason === reason);
    if (requestReasons.has(reason) && request) {
      endings.push({ act: 'mute', target: `request:${request.id}`, name: request.name });
      continue;
    }
    if (own.length === 0) return { kind: 'channel' };
    for (const { target, name } of own) {
      if (target === null) return { kind: 'channel' };
      endings.push({ act: reason === 'watch' ? 'unwatch' : 'mute', target, name });
    }
  }
  if (endings.length === 0) return { kind: 'channel' };
  return { kind: 'reasons', endings: [...new Map(endings.map((one) => [one.target, one])).values()] };
}

/** What a button or a link that does it says: "Stop watching Order Completed". */
export function unsubscribeWords(what: Unsubscribe, workspace: string): string {
  switch (what.kind) {
    case 'digest':
      return 'Stop the daily digest';
    case 'channel':
      return `Stop all messages of this channel from ${workspace}`;
    case 'reasons': {
      const [first, ...rest] = what.endings;
      const more = rest.length > 0 ? ` and ${rest.length} more` : '';
      const acts = new Set(what.endings.map(({ act }) => act));
      const act = acts.size > 1 ? 'Stop hearing of' : acts.has('mute') ? 'Mute' : 'Stop watching';
      return `${act} ${first?.name ?? ''}${more}`;
    }
  }
}

/** What a channel is set to so that its digest ends: what cannot wait still comes where it did, a mere digest falls silent. */
export function withoutDigest(pace: Pace): { readonly pace: Pace } | { readonly state: 'paused' } | undefined {
  if (pace === 'urgent') return { pace: 'urgent-only' };
  return pace === 'digest' ? { state: 'paused' } : undefined;
}
