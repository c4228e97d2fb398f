import type { InboxEntry, InboxPage, Triage } from '@/lib/contracts/inbox';
import type { InboxTab } from '@/lib/contracts/inbox-tabs';

/** A tab of the inbox as the cache holds it. */
export interface InboxPages {
  readonly pages: readonly InboxPage[];
  readonly pageParams: readonly unknown[];
}

/** Whether an entry stands under a tab at a moment. */
export function belongs(tab: InboxTab, entry: InboxEntry, at: Date): boolean {
  if (tab === 'done') return entry.doneAt !== null;
  if (entry.doneAt !== null) return false;
  if (tab === 'snoozed') return isAsleep(entry, at);
  return !isAsleep(entry, at) && (tab === 'everything' || entry.news.important);
}

function isAsleep(entry: InboxEntry, at: Date): boolean {
  return entry.snoozedUntil !== null && new Date(entry.snoozedUntil) > at;
}

/** Whether an entry counts as unread. */
export function isUnread(entry: InboxEntry, at: Date): boolean {
  return entry.readAt === null && entry.doneAt === null && !isAsleep(entry, at);
}

/** An entry as it is once something was done with it. */
export function triaged(entry: InboxEntry, { action, until }: Triage, at: Date): InboxEntry {
  const now = at.toISOString();
  switch (action) {
    case 'done':
      return { ...entry, doneAt: now, readAt: now, snoozedUntil: null };
    case 'undone':
      return { ...entry, doneAt: null };
    case 'read':
      return { ...entry, readAt: now };
    case 'unread':
      return { ...entry, readAt: null };
    case 'snooze':
      return { ...entry, snoozedUntil: until ?? now, doneAt: null };
    case 'unsnooze':
      return { ...entry, snoozedUntil: null };
    case 'acknowledge':
      return { ...entry, acknowledgedAt: now, readAt: now, doneAt: now, snoozedUntil: null };
  }
}

/** What has to be done to an entry as it is after `action` so that it is as it was; an acknowledgement stands. */
export function undoing(before: InboxEntry, action: Triage['action']): Triage[] {
  const steps: Triage[] = [];
  const after = triaged(before, { action, until: before.at }, new Date(0));
  if (after.doneAt !== null && before.doneAt === null) steps.push({ action: 'undone' });
  if (after.doneAt === null && before.doneAt !== null) steps.push({ action: 'done' });
  if (after.readAt === null && before.readAt !== null) steps.push({ action: 'read' });
  if (after.readAt !== null && before.readAt === null) steps.push({ action: 'unread' });
  if (after.snoozedUntil !== before.snoozedUntil)
    steps.push(
      before.snoozedUntil === null ? { action: 'unsnooze' } : { action: 'snooze', until: before.snoozedUntil },
    );
  return steps;
}

/** A tab with an entry where it belongs: in its place, replaced, or gone; the counts follow. */
export function placed(data: InboxPages, tab: InboxTab, entry: InboxEntry, at: Date): InboxPages {
  const known = data.pages.flatMap((page) => page.items).find((one) => one.id === entry.id);
  const without = data.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== entry.id) }));
  const isIn = belongs(tab, entry, at);
  const target = isIn ? placeOf(without, entry) : -1;
  const pages = without.map((page, index) =>
    index === target ? { ...page, items: inserted(page.items, entry) } : page,
  );
  const step = Number(isIn) - Number(known !== undefined);
  const unread = known ? Number(isUnread(entry, at)) - Number(isUnread(known, at)) : 0;
  return {
    ...data,
    pages: pages.map((page) => ({ ...page, total: page.total + step, unread: Math.max(0, page.unread + unread) })),
  };
}

/** The page an entry stands on; none when it lies beyond what is loaded. */
function placeOf(pages: readonly InboxPage[], entry: InboxEntry): number {
  const found = pages.findIndex((page) => page.items.some((one) => one.at <= entry.at));
  if (found >= 0) return found;
  return pages.at(-1)?.nextCursor === null ? pages.length - 1 : -1;
}

function inserted(items: readonly InboxEntry[], entry: InboxEntry): InboxEntry[] {
  const index = items.findIndex((one) => one.at <= entry.at);
  return index < 0 ? [...items, entry] : [...items.slice(0, index), entry, ...items.slice(index)];
}

/** What is chosen once an entry leaves a list: the one below it, else the one above. */
export function nextAfter(items: readonly InboxEntry[], id: string): InboxEntry | undefined {
  const index = items.findIndex((one) => one.id === id);
  return items[index + 1] ?? items[index - 1];
}
