import type { PlanPlace } from '@/lib/client/items';
import { fieldValue, type Item, withField } from '@/lib/domain/plan/item';
import { changedKeys, type Draft, draftOf, valueIn, withValue } from './draft';

/** A draft as the browser keeps it, with the item it was written from. */
export interface StoredDraft {
  readonly version: 1;
  readonly savedAt: string;
  readonly before: Item | null;
  readonly draft: Draft;
}

/** Where the draft of one form is kept: one for each plan, request and item. */
export function draftKey(
  place: PlanPlace,
  subject: { number: number | null; itemId: string | null; kind: string },
): string {
  return `waymark.draft.${place.workspace}/${place.plan}.${subject.number ?? 'own'}.${subject.itemId ?? `new-${subject.kind}`}`;
}

/** The kept draft, or nothing when there is none that can be read. */
export function readDraft(key: string): StoredDraft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isStored(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false when the browser refuses. */
export function writeDraft(key: string, stored: StoredDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft that was sent or thrown away. */
export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage that cannot be reached holds nothing either.
  }
}

function isStored(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value) || !('version' in value)) return false;
  const { draft, version } = value;
  return version === 1 && typeof draft === 'object' && draft !== null && 'content' in draft && 'name' in draft;
}

/**
 * A kept draft laid over the item as it is by now: edited fields keep their text and what they were written from,
 * so that a later edit by somebody else is noticed on sending; all others are as they are now.
 */
export function restored(stored: StoredDraft, now: Item | null): { before: Item | null; draft: Draft } {
  if (!now || !stored.before) return { before: now, draft: stored.draft };
  let before = now;
  let draft: Draft = {
    ...draftOf(now),
    claims: stored.draft.claims,
    newProperties: stored.draft.newProperties,
    title: stored.draft.title,
    reason: stored.draft.reason,
  };
  for (const key of changedKeys(now.kind, stored.before, stored.draft)) {
    before = withField(before, key, fieldValue(stored.before, key));
    draft = withValue(draft, key, valueIn(stored.draft, key));
  }
  return { before, draft };
}
