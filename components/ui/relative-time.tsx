'use client';
import { useState } from 'react';
import { exactWords, plainDay, relativeWords } from './time-words';
import { useMinute } from './use-minute';

/** A moment as "3 days ago", exact on hover; the server, which does not know the reader's zone, sends the day. */
export function RelativeTime({ at, className }: { at: string | Date; className?: string }) {
  const moment = typeof at === 'string' ? new Date(at) : at;
  const iso = moment.toISOString();
  const isKnown = useMinute() > 0;
  // Put in words only for who asks: that takes longer than to draw a row.
  const [isAsked, setAsked] = useState(false);
  return (
    <time
      dateTime={iso}
      title={isAsked ? exactWords(moment) : iso}
      onPointerEnter={() => setAsked(true)}
      className={className}
      suppressHydrationWarning
    >
      {isKnown ? relativeWords(moment, new Date()) : plainDay(moment)}
    </time>
  );
}
