'use client';
import { useEffect, useState } from 'react';
import { type Announcement, onAnnouncement } from './announce';

/** The page's one polite and one assertive region; `announce()` speaks through them. */
export function LiveRegions() {
  const [said, setSaid] = useState({ polite: '', assertive: '' });
  useEffect(
    () =>
      onAnnouncement(({ text, loudness }: Announcement) => {
        // The same sentence twice would not be read again, so it differs by an invisible space.
        setSaid((before) => ({ ...before, [loudness]: before[loudness] === text ? `${text}\u00a0` : text }));
      }),
    [],
  );
  return (
    <div className="sr-only">
      <div role="status" aria-live="polite" aria-atomic="true">
        {said.polite}
      </div>
      <div role="alert" aria-live="assertive" aria-atomic="true">
        {said.assertive}
      </div>
    </div>
  );
}
