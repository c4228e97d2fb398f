const dayMs = 86_400_000;

/** The moment so many working days after another one; Saturdays and Sundays do not count, in UTC. */
export function afterWorkingDays(from: Date, days: number): Date {
  let at = from.getTime();
  let left = days;
  while (left > 0) {
    at += dayMs;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at);
}
