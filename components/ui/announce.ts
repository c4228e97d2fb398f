/** Something to be read aloud without moving focus. */
export interface Announcement {
  text: string;
  loudness: 'polite' | 'assertive';
}

type Listener = (announcement: Announcement) => void;
const listeners = new Set<Listener>();

/** Reads a sentence aloud: polite for saves and counts, assertive only for what must not be missed, such as a lost session. */
export function announce(text: string, loudness: Announcement['loudness'] = 'polite'): void {
  for (const listener of listeners) listener({ text, loudness });
}

/** Hears every announcement until the returned function is called. */
export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
