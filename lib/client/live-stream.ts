import type { LiveChange } from '@/lib/contracts/live';
import { changeOf, readySeqOf } from './live-messages';

/** What a stream tells the one who holds it. */
export interface StreamHeard {
  ready(seq: number): void;
  change(change: LiveChange): void;
  beat(): void;
  /** It failed twice in a row, so that screens must ask for themselves until it is ready again. */
  failed(): void;
}

/** The server shows every 15 seconds that it lives. */
const silentMs = 40_000;
/** Something between here and the server holds the pieces back when the first has not come by then. */
const firstWithinMs = 10_000;
const longestPauseMs = 120_000;

/** A stream of server-sent events that is opened again for as long as it is wanted. */
export class LiveStream {
  readonly #url: string;
  readonly #heard: StreamHeard;
  #source: EventSource | undefined;
  #heardAt = 0;
  #isReady = false;
  #failures = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval>;

  constructor(url: string, heard: StreamHeard) {
    this.#url = url;
    this.#heard = heard;
    // A laptop that slept runs this late, finds the line silent for too long and opens another.
    this.#watch = setInterval(() => {
      const patienceMs = this.#isReady ? silentMs : firstWithinMs;
      if (this.#source && Date.now() - this.#heardAt > patienceMs) this.#fail();
    }, 2_500);
    window.addEventListener('online', this.hurry);
    this.#open();
  }

  /** Opens it now if it waits to be opened. */
  hurry = (): void => {
    if (!this.#source) this.#open();
  };

  close(): void {
    clearInterval(this.#watch);
    clearTimeout(this.#again);
    window.removeEventListener('online', this.hurry);
    this.#source?.close();
    this.#source = undefined;
  }

  #open(): void {
    clearTimeout(this.#again);
    this.#isReady = false;
    this.#heardAt = Date.now();
    const source = new EventSource(this.#url);
    this.#source = source;
    const on = (type: string, act: (data: unknown) => void) =>
      source.addEventListener(type, (event: MessageEvent<string>) => {
        if (this.#source !== source) return;
        this.#heardAt = Date.now();
        act(JSON.parse(event.data));
      });
    on('ready', (data) => {
      const seq = readySeqOf(data);
      if (seq === undefined) return;
      this.#isReady = true;
      this.#failures = 0;
      this.#heard.ready(seq);
    });
    on('change', (data) => {
      const change = changeOf(data);
      if (change) this.#heard.change(change);
    });
    on('beat', () => this.#heard.beat());
    source.onerror = () => {
      if (this.#source === source) this.#fail();
    };
  }

  #fail(): void {
    this.#source?.close();
    this.#source = undefined;
    this.#failures += 1;
    if (this.#failures === 2) this.#heard.failed();
    const pauseMs = Math.min(500 * 2 ** this.#failures, longestPauseMs) * (0.75 + Math.random() / 2);
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#open(), pauseMs);
  }
}
