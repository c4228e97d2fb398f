import type { LiveChange } from '@/lib/contracts/live';
import { LiveStream } from './live-stream';

/** What a tab does with what it hears. */
export interface LiveTab {
  /** Others, or the reader elsewhere, have changed something. */
  changed(change: LiveChange): void;
  /** Something may have changed unheard. */
  missed(): void;
  /** Whether changes are heard as they happen. */
  up(isUp: boolean): void;
}

/** What the tab that holds the stream tells the other tabs, and what they ask it. */
type Said =
  | { readonly kind: 'hello' }
  | { readonly kind: 'here'; readonly seq: number }
  | { readonly kind: 'ready'; readonly seq: number }
  | { readonly kind: 'change'; readonly change: LiveChange }
  | { readonly kind: 'beat' }
  | { readonly kind: 'failed' };

/** A tab that holds the stream and is suspended says nothing for so long that another takes its place. */
const silentMs = 50_000;

/**
 * Hears of changes in a workspace until stopped. All tabs of a browser share one stream: one holds it and tells the
 * others. `seq` is how far the record of changes had come when the page was made, so that nothing between is lost.
 */
export function hearLive(workspace: string, seq: number, tab: LiveTab): () => void {
  return new LiveHearing(workspace, seq, tab).stop;
}

class LiveHearing {
  readonly #url: string;
  readonly #name: string;
  readonly #tab: LiveTab;
  readonly #others: BroadcastChannel | undefined;
  #seq: number;
  #stream: LiveStream | undefined;
  #isUp = false;
  #wasReady = false;
  #isStopped = false;
  #heardAt = Date.now();
  #letGo: (() => void) | undefined;
  #waiting = new AbortController();
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(workspace: string, seq: number, tab: LiveTab) {
    this.#url = `/api/v1/workspaces/${encodeURIComponent(workspace)}/stream`;
    this.#name = `waymark-live:${workspace}`;
    this.#tab = tab;
    this.#seq = seq;
    document.addEventListener('visibilitychange', this.#seen);
    if (!('locks' in navigator) || !('BroadcastChannel' in window)) {
      this.#seen();
      return;
    }
    this.#others = new BroadcastChannel(this.#name);
    this.#others.onmessage = ({ data }: MessageEvent<Said>) => this.#told(data);
    this.#say({ kind: 'hello' });
    this.#queue({ signal: this.#waiting.signal });
    this.#watch = setInterval(() => this.#lookAround(), 10_000);
  }

  stop = (): void => {
    this.#isStopped = true;
    clearInterval(this.#watch);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#waiting.abort();
    this.#drop();
    this.#others?.close();
    this.#tab.up(false);
  };

  /** Waits in line for the stream; who holds it lets the next in by stopping or by being closed. */
  #queue(options: { signal: AbortSignal } | { steal: true }): void {
    let wasHeld = false;
    const held = () => {
      if (this.#isStopped) return;
      wasHeld = true;
      this.#hold();
      return new Promise<void>((done) => {
        this.#letGo = done;
      });
    };
    navigator.locks.request(this.#name, options, held).catch(() => {
      // Taken by another tab, which found this one silent; or no longer waited for.
      if (this.#isStopped || !wasHeld) return;
      this.#drop();
      this.#queue({ signal: this.#waiting.signal });
    });
  }

  #hold(): void {
    this.#stream?.close();
    this.#stream = new LiveStream(this.#url, {
      ready: (seq) => this.#hear({ kind: 'ready', seq }),
      change: (change) => this.#hear({ kind: 'change', change }),
      beat: () => this.#hear({ kind: 'beat' }),
      failed: () => this.#hear({ kind: 'failed' }),
    });
  }

  #drop(): void {
    this.#stream?.close();
    this.#stream = undefined;
    this.#letGo?.();
    this.#letGo = undefined;
  }

  /** Heard on the own stream: for this tab and the others. */
  #hear(said: Said): void {
    this.#act(said);
    this.#say(said);
  }

  #told(said: Said): void {
    if (said.kind !== 'hello') this.#act(said);
    else if (this.#stream && this.#isUp) this.#say({ kind: 'here', seq: this.#seq });
  }

  #act(said: Said): void {
    this.#heardAt = Date.now();
    switch (said.kind) {
      case 'hello':
      case 'beat':
        return;
      case 'failed':
        this.#setUp(false);
        return;
      case 'change':
        if (said.change.seq !== null) this.#seq = Math.max(this.#seq, said.change.seq);
        this.#tab.changed(said.change);
        return;
      case 'here':
      case 'ready': {
        // The record does not count what came into the inbox while there was no stream.
        const missed = said.seq !== this.#seq || (said.kind === 'ready' && this.#wasReady);
        this.#wasReady ||= said.kind === 'ready';
        this.#seq = said.seq;
        this.#setUp(true);
        if (missed) this.#tab.missed();
        return;
      }
    }
  }

  #setUp(isUp: boolean): void {
    if (this.#isUp === isUp) return;
    this.#isUp = isUp;
    this.#tab.up(isUp);
  }

  #say(said: Said): void {
    if (!this.#isStopped) this.#others?.postMessage(said);
  }

  #lookAround(): void {
    if (this.#stream || document.hidden || Date.now() - this.#heardAt < silentMs) return;
    this.#heardAt = Date.now();
    this.#setUp(false);
    this.#waiting.abort();
    this.#waiting = new AbortController();
    this.#queue({ steal: true });
  }

  #seen = (): void => {
    if (this.#others) {
      if (document.hidden) return;
      this.#stream?.hurry();
      if (!this.#stream) this.#say({ kind: 'hello' });
      return;
    }
    // Browsers open six connections to one place: tabs that cannot share have a stream only while they are looked at.
    if (document.hidden) {
      this.#drop();
      this.#setUp(false);
    } else if (!this.#stream) this.#hold();
  };
}
