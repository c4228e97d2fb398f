'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { useSetWatch } from '@/lib/client/watches';
import type { InboxEntry, Stop } from '@/lib/contracts/inbox';

/** Why an entry came, in words, each reason with what ends exactly that. */
export function WhyItCame({ workspace, entry }: { workspace: string; entry: InboxEntry }) {
  // A row stays until another entry is read, so that what was ended here can be taken back.
  const [first] = useState(entry.stops);
  const stops = first.map(
    (one) => entry.stops.find(({ words }) => words === one.words) ?? { ...one, isStopped: one.act !== null },
  );
  if (stops.length === 0) return null;
  return (
    <section aria-label="Why it came" className="flex flex-col gap-1">
      <h3 className="font-medium text-subtle text-xs">Why it came</h3>
      <ul className="flex flex-col gap-1">
        {stops.map((stop) => (
          <StopRow key={`${stop.words} ${stop.target}`} place={{ workspace, plan: entry.plan.slug }} stop={stop} />
        ))}
      </ul>
      <p className="text-sm">
        <Link
          href={`/${encodeURIComponent(workspace)}/settings/watches`}
          className="text-accent underline underline-offset-2"
        >
          All that you watch
        </Link>
      </p>
    </section>
  );
}

function StopRow({ place, stop }: { place: { workspace: string; plan: string }; stop: Stop }) {
  const change = useSetWatch();
  const [chosen, setEnded] = useState<boolean>();
  const ended = chosen ?? stop.isStopped;
  const { target, act, name, words } = stop;
  const label = act === 'mute' ? `Mute ${name}` : `Stop: ${name}`;
  const set = (end: boolean) => {
    if (target === null) return;
    setEnded(end);
    change.mutate(
      { place, target, level: end ? (act === 'mute' ? 'none' : null) : stop.before },
      {
        onError: (error) => {
          setEnded(!end);
          notifyFailure(end ? `You still hear of ${name}` : `You do not hear of ${name} again`, {
            description: wordsFor(error),
          });
        },
      },
    );
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="min-w-0 break-words">{words}</span>
      {act === null || target === null ? null : ended ? (
        <span className="inline-flex items-center gap-2 text-muted">
          {act === 'mute' ? 'Muted.' : 'Stopped.'}
          <Button size="toolbar" variant="ghost" aria-label={`Undo, hear of ${name} again`} onClick={() => set(false)}>
            Undo
          </Button>
        </span>
      ) : (
        <Button size="toolbar" variant="ghost" aria-label={label} onClick={() => set(true)}>
          {label}
        </Button>
      )}
    </li>
  );
}
