'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import type { InboxEntry } from '@/lib/contracts/inbox';
import { type InboxTab, inboxTabs } from '@/lib/contracts/inbox-tabs';
import { rowId } from './entry-row';

/** Whether list and entry stand beside each other; below that the entry takes the list's place. Browser only. */
export function isWide(): boolean {
  return window.matchMedia('(min-width: 64rem)').matches;
}

/** The tab and the entry of the address. */
export function useInboxAddress() {
  return useQueryStates(
    { tab: parseAsStringLiteral(inboxTabs).withDefault('important'), entry: parseAsString },
    { history: 'replace', shallow: true },
  );
}

export interface Chosen {
  readonly tab: InboxTab;
  readonly chosen: InboxEntry | undefined;
  /** The entry is named by the address, so that a narrow screen shows it in place of the list. */
  readonly isOpen: boolean;
  readonly choose: (id: string | null) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
}

/** Which entry is chosen: the one of the address, else the first unread one; the focus follows along the rows. */
export function useChosen(entries: readonly InboxEntry[]): Chosen {
  const [{ tab, entry: named }, setAddress] = useInboxAddress();
  const [pinned, setPinned] = useState<string | null>(null);
  const wanted = named ?? pinned;
  const chosen = entries.find((one) => one.id === wanted) ?? entries.find((one) => one.readAt === null) ?? entries[0];
  const id = chosen?.id ?? null;
  // What is chosen stays so when it becomes read.
  if (id !== null && named === null && pinned !== id) setPinned(id);
  const isInRows = useRef(false);
  useEffect(() => {
    if (!isInRows.current || id === null) return;
    isInRows.current = false;
    document.getElementById(rowId(id))?.focus({ preventScroll: true });
  }, [id]);
  return {
    tab,
    chosen,
    isOpen: named !== null && chosen !== undefined,
    choose: (next) => {
      isInRows.current = document.activeElement?.id.startsWith(rowId('')) ?? false;
      setPinned(next);
      if (next === null) void setAddress({ entry: null });
      else if (named !== null || isWide()) void setAddress({ entry: next });
    },
    open: (next) => void setAddress({ entry: next }, { history: isWide() ? 'replace' : 'push' }),
    close: () => {
      isInRows.current = true;
      setPinned(id);
      void setAddress({ entry: null });
      if (id !== null) requestAnimationFrame(() => document.getElementById(rowId(id))?.focus());
    },
  };
}
