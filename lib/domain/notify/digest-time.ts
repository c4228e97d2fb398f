const hourMs = 3_600_000;

/**
 * The first moment after `after` at which clocks in `timeZone` begin the hour `hour` (0 to 23); on a day that leaves
 * that hour out, the moment at which it would have been.
 */
export function nextDigestAt(after: Date, hour: number, timeZone: string): Date {
  const today = localParts(after, timeZone);
  for (let days = 0; days <= 3; days += 1) {
    const candidate = momentAt(Date.UTC(today.year, today.month - 1, today.day + days, hour), timeZone);
    if (candidate.getTime() > after.getTime()) return candidate;
  }
  return new Date(after.getTime() + 24 * hourMs);
}

/** Whether this is a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The moment at which a clock on the wall in `timeZone` shows `wall`, given as if it were UTC. */
function momentAt(wall: number, timeZone: string): Date {
  const first = wall - offsetMs(new Date(wall), timeZone);
  return new Date(wall - offsetMs(new Date(first), timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = localParts(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1_000) * 1_000;
}

interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function localParts(at: Date, timeZone: string): LocalParts {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}
