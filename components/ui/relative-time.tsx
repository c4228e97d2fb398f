'use client';
import { startTransition, useEffect, useState } from 'react';
import { exactWords, plainDay, relativeWords } from './time-words';

/** A moment as "3 days ago", exact on hover; the server, which does not know the reader's zone, sends the day. */
export function RelativeTime({ at, className }: { at: string | Date; className?: string }) {
  const moment = typeof at === 'string' ? new Date(at) : at;
  const iso = moment.toISOString();
  const [now, setNow] = useState<Date>();
  // Put in words only for who asks: that takes longer than to draw a row.
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    // Never in the way of a press: a list has a moment a row.
    startTransition(() => setNow(new Date()));
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time
      dateTime={iso}
      title={isAsked ? exactWords(moment) : iso}
      onPointerEnter={() => setAsked(true)}
      className={className}
      suppressHydrationWarning
    >
      {now ? relativeWords(moment, now) : plainDay(moment)}
    </time>
  );
}
