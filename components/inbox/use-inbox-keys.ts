'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { copyText } from '@/components/ui/copy-button';
import { notify } from '@/components/ui/toast';
import { belongs, nextAfter, triaged } from '@/lib/client/inbox-pages';
import type { InboxEntry, Triage } from '@/lib/contracts/inbox';
import type { InboxTab } from '@/lib/contracts/inbox-tabs';
import type { EntryActions } from './triage-bar';
import { isWide, useChosen } from './use-chosen';
import { useTriageActions } from './use-triage-actions';
import { placeOf } from './words';

/** How long an entry is looked at until it counts as read. */
const readAfterMs = 1_000;

/** The cursor of the inbox and everything its keys and buttons do with the chosen entry. */
export function useInboxKeys(workspace: string, tab: InboxTab, entries: readonly InboxEntry[]) {
  const router = useRouter();
  const { chosen, isOpen, choose, open, close } = useChosen(entries);
  const { triage, stopWatching, undo: undoLast, markRead, isWatched, last } = useTriageActions(workspace);
  const [isSnoozing, setSnoozing] = useState(false);
  /** The entry that is as read or unread as it shall be while it stays chosen. */
  const settled = useRef<string | null>(null);
  const hrefOf = (entry: InboxEntry) => planHref({ workspace, plan: entry.plan.slug }, placeOf(entry).path);

  useEffect(() => {
    if (settled.current !== chosen?.id) settled.current = null;
    if (!chosen || settled.current !== null || chosen.readAt !== null || chosen.doneAt !== null) return undefined;
    if (!isOpen && !isWide()) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      settled.current = chosen.id;
      markRead(chosen);
    }, readAfterMs);
    return () => clearTimeout(timer);
  }, [chosen, isOpen, markRead]);

  const act = (what: Triage) => {
    if (!chosen) return;
    const at = new Date();
    if (!belongs(tab, triaged(chosen, what, at), at)) choose(nextAfter(entries, chosen.id)?.id ?? null);
    triage(chosen, what);
  };
  const move = (step: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    const index = chosen ? entries.indexOf(chosen) : -1;
    const next = entries[Math.max(0, Math.min(entries.length - 1, index + step))];
    if (next) choose(next.id);
  };
  const undo = () => {
    const entry = undoLast();
    if (!entry) return announce('There is nothing to undo');
    choose(entry.id);
  };
  const toggleRead = () => {
    if (!chosen || chosen.doneAt !== null) return;
    const isRead = chosen.readAt !== null;
    settled.current = chosen.id;
    act({ action: isRead ? 'unread' : 'read' });
  };
  const acknowledge = () => {
    if (chosen?.news.release && chosen.acknowledgedAt === null) act({ action: 'acknowledge' });
    else announce('There is nothing to acknowledge here');
  };
  const watching = chosen !== undefined && isWatched(chosen);

  useShortcut('list.next', move(1));
  useShortcut('list.previous', move(-1));
  useShortcut('list.open', (event) => {
    if (!chosen) return;
    event.preventDefault();
    if (isOpen || isWide()) router.push(hrefOf(chosen));
    else open(chosen.id);
  });
  useShortcut('layer.close', close, { enabled: isOpen && !isSnoozing });
  useShortcut('inbox.done', () => {
    if (chosen && chosen.doneAt === null) act({ action: 'done' });
  });
  useShortcut('inbox.snooze', (event) => {
    if (!chosen) return;
    event.preventDefault();
    if (!isOpen && !isWide()) open(chosen.id);
    setSnoozing(true);
  });
  useShortcut('inbox.unread', toggleRead);
  useShortcut('inbox.acknowledge', acknowledge);
  useShortcut('inbox.undo', undo);
  useShortcut('item.watch', () => {
    if (chosen && watching) stopWatching(chosen);
    else announce('You watch nothing of this');
  });
  useShortcut('item.copy-link', async () => {
    if (chosen && (await copyText(new URL(hrefOf(chosen), location.href).href))) notify('Link copied');
  });

  const actions: EntryActions = {
    href: chosen ? hrefOf(chosen) : '',
    isSnoozing,
    onSnoozing: setSnoozing,
    onSnooze: (until) => {
      setSnoozing(false);
      act({ action: 'snooze', until: until.toISOString() });
    },
    onDone: () => act({ action: 'done' }),
    onBackToInbox: () => act({ action: chosen?.doneAt ? 'undone' : 'unsnooze' }),
    onAcknowledge: acknowledge,
    onUnread: toggleRead,
    onStopWatching: chosen && watching ? () => stopWatching(chosen) : null,
  };
  /** A press on a row; of the row that is chosen already, by keyboard, opens the thing itself. */
  const show = (entry: InboxEntry, byKeyboard: boolean) => {
    if (byKeyboard && entry.id === chosen?.id && isWide()) router.push(hrefOf(entry));
    else open(entry.id);
  };
  return { chosen, isOpen, actions, last, undo, show, close };
}
