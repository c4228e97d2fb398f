'use client';
import { useCallback, useState } from 'react';
import { announce } from '@/components/ui/announce';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { type Triaging, useTriage, useWatchEntry } from '@/lib/client/inbox';
import { triaged, undoing } from '@/lib/client/inbox-pages';
import type { InboxEntry, Triage } from '@/lib/contracts/inbox';
import { titleOf } from './words';

/** Something that can be undone: an entry as it was, what was done with it, and how that is said. */
export interface Step {
  readonly entry: InboxEntry;
  /** Null for a watch that was ended. */
  readonly triage: Triage | null;
  readonly words: string;
}

const doneWords: Record<Triage['action'], string> = {
  done: 'Done',
  undone: 'Back in the inbox',
  read: 'Read',
  unread: 'Unread',
  snooze: 'Snoozed',
  unsnooze: 'Back in the inbox',
  acknowledge: 'Acknowledged',
};

/** What can be done with entries, shown at once; the last thing can be undone, and what the server refuses comes back with words. */
export function useTriageActions(workspace: string) {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const refused = useCallback((error: Error, { entries, triage }: Triaging) => {
    setSteps((before) => before.filter((step) => step.triage !== triage));
    const [entry] = entries;
    // What was only looked at stays unread, without a word.
    if (entry && triage.action !== 'read')
      notifyFailure(`${titleOf(entry)} came back`, { description: wordsFor(error) });
  }, []);
  const { mutate } = useTriage(workspace, refused);
  const { mutate: watch } = useWatchEntry(workspace);
  const remember = (step: Step) => {
    setSteps((before) => [...before.slice(-49), step]);
    announce(`${step.words}: ${titleOf(step.entry)}`);
  };
  const triage = (entry: InboxEntry, what: Triage) => {
    remember({ entry, triage: what, words: doneWords[what.action] });
    mutate({ entries: [entry], triage: what });
  };
  const stopWatching = (entry: InboxEntry) => {
    const names = entry.watched.map(({ name }) => name).join(', ');
    const step: Step = { entry, triage: null, words: `Stopped watching ${names}` };
    remember(step);
    watch(
      { entry, watching: false },
      {
        onError: (error) => {
          setSteps((before) => before.filter((one) => one !== step));
          notifyFailure(`You still watch ${names}`, { description: wordsFor(error) });
        },
      },
    );
  };
  /** @returns the entry that is as it was again */
  const undo = (): InboxEntry | undefined => {
    const step = steps.at(-1);
    if (!step) return undefined;
    setSteps(steps.slice(0, -1));
    announce(`Undone: ${titleOf(step.entry)}`);
    if (step.triage === null) {
      watch(
        { entry: step.entry, watching: true },
        { onError: (error) => notifyFailure('You do not watch it again', { description: wordsFor(error) }) },
      );
      return step.entry;
    }
    let entry = triaged(step.entry, step.triage, new Date());
    for (const back of undoing(step.entry, step.triage.action)) {
      mutate({ entries: [entry], triage: back });
      entry = triaged(entry, back, new Date());
    }
    return step.entry;
  };
  /** Marks what was looked at; nothing to undo. */
  const markRead = useCallback(
    (entry: InboxEntry) => mutate({ entries: [entry], triage: { action: 'read' } }),
    [mutate],
  );
  /** What was ended here is offered again only by undo. */
  const isWatched = (entry: InboxEntry) =>
    entry.watched.length > 0 && !steps.some((step) => step.triage === null && step.entry.id === entry.id);
  return { triage, stopWatching, undo, markRead, isWatched, last: steps.at(-1) };
}
