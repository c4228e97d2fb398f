/** The hour at which a snoozed entry comes back, in the reader's own day. */
const morningHour = 9;

function morningOf(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morningHour);
}

/** Tomorrow morning. */
export function tomorrow(now: Date): Date {
  return morningOf(now, 1);
}

/** The morning of the next Monday; on a Monday, of the one after. */
export function nextMonday(now: Date): Date {
  return morningOf(now, (8 - now.getDay()) % 7 || 7);
}

/** The morning of a day such as `2026-05-03`, in the reader's time zone; nothing when it is no day or not ahead. */
export function morningOn(day: string, now: Date): Date | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return undefined;
  const morning = new Date(Number(year), Number(month) - 1, Number(date), morningHour);
  return morning > now ? morning : undefined;
}

/** The first day that can be chosen, as a date box takes it. */
export function firstDay(now: Date): string {
  const day = tomorrow(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
