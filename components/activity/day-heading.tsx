'use client';
import { useEffect, useState } from 'react';

const wide = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});

/** A day such as 2026-03-02 in words: today and yesterday by that name, others with their weekday. */
export function DayHeading({ day }: { day: string }) {
  const [today, setToday] = useState<Date>();
  useEffect(() => setToday(new Date()), []);
  const near = today ? nearWords(day, today) : undefined;
  return (
    <h2 className="pt-4 pb-1 font-semibold text-base">
      <time dateTime={day}>{near ?? wide.format(new Date(`${day}T00:00:00Z`))}</time>
    </h2>
  );
}

function nearWords(day: string, today: Date): string | undefined {
  const dayOf = (back: number) =>
    new Intl.DateTimeFormat('en-CA').format(new Date(today.getFullYear(), today.getMonth(), today.getDate() - back));
  if (day === dayOf(0)) return 'Today';
  return day === dayOf(1) ? 'Yesterday' : undefined;
}
