import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearLive } from './live';

/** A browser: one lock for all its tabs, and the streams they open. */
class Source extends EventTarget {
  static open = new Set<Source>();
  onerror: (() => void) | null = null;
  constructor() {
    super();
    Source.open.add(this);
  }
  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
  close(): void {
    Source.open.delete(this);
  }
}

class Locks {
  #held: Promise<unknown> = Promise.resolve();
  request(_name: string, { signal }: { signal?: AbortSignal }, act: () => Promise<void> | undefined): Promise<unknown> {
    const before = this.#held;
    const turn = before.then(() => (signal?.aborted ? undefined : act()));
    this.#held = turn.catch(() => undefined);
    return turn;
  }
}

const stops: (() => void)[] = [];
const settle = () => new Promise((done) => setTimeout(done, 20));

function openTab(seq = 1) {
  const told: string[] = [];
  const stop = hearLive('shop', seq, {
    changed: ({ action }) => told.push(action),
    missed: () => told.push('missed'),
    up: (isUp) => told.push(isUp ? 'up' : 'down'),
  });
  stops.push(stop);
  return { told, stop };
}

const source = () => {
  const [only, ...more] = Source.open;
  if (!only || more.length > 0) throw new Error(`${Source.open.size} streams are open`);
  return only;
};

beforeEach(() => {
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('document', document);
  vi.stubGlobal('navigator', { locks: new Locks() });
  vi.stubGlobal('window', Object.assign(new EventTarget(), { BroadcastChannel }));
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await settle();
  expect(Source.open.size).toBe(0);
  vi.unstubAllGlobals();
});

const change = (seq: number | null, action: string) => ({ seq, action, plan: null, number: null });

describe('the tabs of a browser', () => {
  it('share one stream, and the next takes it over when its holder goes', async () => {
    const [first, second] = [openTab(), openTab()];
    await settle();
    source().say('ready', { seq: 1 });
    source().say('change', change(2, 'team.create'));
    await settle();
    expect([first.told, second.told]).toEqual([
      ['up', 'team.create'],
      ['up', 'team.create'],
    ]);
    first.stop();
    await settle();
    source().say('ready', { seq: 2 });
    source().say('change', change(3, 'team.update'));
    await settle();
    expect(second.told.at(-1)).toBe('team.update');
    expect(first.told.at(-1)).toBe('down');
  });

  it('read again what they missed before the stream, and only then', async () => {
    const [current, old] = [openTab(5), openTab(3)];
    await settle();
    source().say('ready', { seq: 5 });
    await settle();
    expect([current.told, old.told]).toEqual([['up'], ['up', 'missed']]);
    const later = openTab(4);
    await settle();
    expect(later.told).toEqual(['up', 'missed']);
    expect(current.told).toEqual(['up']);
  });

  it('read again after the stream was away, since an inbox is not numbered', async () => {
    const tab = openTab(5);
    await settle();
    source().say('ready', { seq: 5 });
    source().say('ready', { seq: 5 });
    expect(tab.told).toEqual(['up', 'missed']);
  });

  it('have a stream each, only while looked at, where browsers cannot share', async () => {
    vi.stubGlobal('navigator', {});
    const tab = openTab();
    source().say('ready', { seq: 1 });
    Object.assign(document, { hidden: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(Source.open.size).toBe(0);
    Object.assign(document, { hidden: false });
    document.dispatchEvent(new Event('visibilitychange'));
    source().say('ready', { seq: 4 });
    expect(tab.told).toEqual(['up', 'down', 'up', 'missed']);
  });
});
