import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  closeTooltip,
  closeTooltipSoon,
  keepTooltip,
  openTooltip,
  openTooltipSoon,
  type ShownTooltip,
  sayInTooltip,
  shownTooltip,
} from './tooltip-state';

const tooltip = (label: string): ShownTooltip => ({
  owner: {},
  anchor: {} as HTMLElement,
  says: { label, keys: undefined, side: 'bottom' },
});
const label = () => shownTooltip()?.says.label ?? null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  closeTooltip();
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
});

it('waits for a pointer that rests, not for the keyboard', () => {
  openTooltipSoon(tooltip('Copy'));
  vi.advanceTimersByTime(300);
  expect(label()).toBeNull();
  vi.advanceTimersByTime(100);
  expect(label()).toBe('Copy');
  openTooltip(tooltip('Edit'));
  expect(label()).toBe('Edit');
});

it('does not come when the pointer only passes or presses', () => {
  openTooltipSoon(tooltip('Copy'));
  closeTooltipSoon();
  vi.advanceTimersByTime(1_000);
  expect(label()).toBeNull();
  openTooltipSoon(tooltip('Copy'));
  closeTooltip();
  vi.advanceTimersByTime(1_000);
  expect(label()).toBeNull();
});

it('follows the pointer along a row without waiting again', () => {
  const [copy, edit] = [tooltip('Copy'), tooltip('Edit')];
  openTooltip(copy);
  closeTooltipSoon();
  openTooltipSoon(edit);
  expect(label()).toBe('Edit');
  closeTooltip(edit.owner);
  vi.advanceTimersByTime(200);
  openTooltipSoon(copy);
  expect(label()).toBe('Copy');
  closeTooltip();
  vi.advanceTimersByTime(400);
  openTooltipSoon(copy);
  expect(label()).toBeNull();
});

it('stays while the pointer is on it, and goes with its owner', () => {
  const copy = tooltip('Copy');
  openTooltip(copy);
  closeTooltipSoon();
  keepTooltip();
  vi.advanceTimersByTime(1_000);
  expect(label()).toBe('Copy');
  sayInTooltip({}, { ...copy.says, label: 'Other' });
  sayInTooltip(copy.owner, { ...copy.says, label: 'Copied' });
  expect(label()).toBe('Copied');
  closeTooltip({});
  expect(label()).toBe('Copied');
  closeTooltip(copy.owner);
  expect(label()).toBeNull();
});
