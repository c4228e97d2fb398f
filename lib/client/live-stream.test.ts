import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveStream } from './live-stream';

/** A browser's event source that does as it is told. */
class Source {
  static all: Source[] = [];
  onerror: (() => void) | null = null;
  isClosed = false;
  readonly #heard = new Map<string, (event: { data: string }) => void>();
  constructor(readonly url: string) {
    Source.all.push(this);
  }
  addEventListener(type: string, act: (event: { data: string }) => void): void {
    this.#heard.set(type, act);
  }
  say(type: string, data: unknown): void {
    this.#heard.get(type)?.({ data: JSON.stringify(data) });
  }
  close(): void {
    this.isClosed = true;
  }
}

const latest = () => {
  const source = Source.all.at(-1);
  if (!source) throw new Error('nothing was opened');
  return source;
};
const open = () => Source.all.filter((source) => !source.isClosed).length;

let heard: string[];
let stream: LiveStream;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('window', new EventTarget());
  Source.all = [];
  heard = [];
  stream = new LiveStream('/stream', {
    ready: (seq) => heard.push(`ready ${seq}`),
    change: ({ action }) => heard.push(action),
    beat: () => heard.push('beat'),
    failed: () => heard.push('failed'),
  });
});

afterEach(() => {
  stream.close();
  expect(open()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a stream', () => {
  it('passes on what it hears and nothing it does not understand', () => {
    latest().say('ready', { seq: 4 });
    latest().say('change', { seq: 5, action: 'team.create', plan: null, number: null });
    latest().say('change', { action: 'in other words' });
    expect(heard).toEqual(['ready 4', 'team.create']);
  });

  it('is opened again after a failure, and says so only after the second', () => {
    latest().say('ready', { seq: 4 });
    latest().onerror?.();
    expect(heard).toEqual(['ready 4']);
    vi.advanceTimersByTime(1_500);
    expect(Source.all).toHaveLength(2);
    latest().onerror?.();
    expect(heard).toEqual(['ready 4', 'failed']);
    vi.advanceTimersByTime(3_000);
    latest().say('ready', { seq: 9 });
    expect(heard.at(-1)).toBe('ready 9');
    expect(open()).toBe(1);
  });

  it('is given up when it falls silent, as after a laptop slept', () => {
    latest().say('ready', { seq: 4 });
    vi.advanceTimersByTime(30_000);
    latest().say('beat', {});
    vi.advanceTimersByTime(30_000);
    expect(Source.all).toHaveLength(1);
    vi.advanceTimersByTime(15_000);
    expect(Source.all).toHaveLength(2);
    expect(Source.all[0]?.isClosed).toBe(true);
  });

  it('is given up behind a proxy that holds its pieces back, and tried more and more rarely', () => {
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual(['failed']);
    const before = Source.all.length;
    vi.advanceTimersByTime(20 * 60_000);
    expect(Source.all.length - before).toBeLessThan(15);
    expect(open()).toBeLessThanOrEqual(1);
  });

  it('is opened at once when the network is back', () => {
    latest().onerror?.();
    expect(open()).toBe(0);
    window.dispatchEvent(new Event('online'));
    expect(open()).toBe(1);
  });
});
