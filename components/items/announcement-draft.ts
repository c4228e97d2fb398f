/** What is typed into the form of an announcement; moments as `datetime-local` inputs hold them. */
export interface AnnouncementDraft {
  readonly text: string;
  readonly start: string;
  readonly end: string;
}

const mostLetters = 2_000;

/** What is wrong with a draft, by field; nothing when it can be pinned. */
export function draftFaults(
  { text, start, end }: AnnouncementDraft,
  now: Date,
): Partial<Record<keyof AnnouncementDraft, string>> {
  const length = text.trim().length;
  const [startsAt, endsAt] = [momentOf(start), momentOf(end)];
  return {
    ...(length === 0 ? { text: 'Say what people should know' } : {}),
    ...(length > mostLetters ? { text: `Shorten it by ${length - mostLetters} characters` } : {}),
    ...(startsAt ? {} : { start: 'Choose a day and a time' }),
    ...endFault(startsAt, endsAt, now),
  };
}

function endFault(startsAt: Date | undefined, endsAt: Date | undefined, now: Date): { end?: string } {
  if (!endsAt) return { end: 'Choose a day and a time' };
  if (endsAt <= now) return { end: 'This has passed already' };
  return startsAt && endsAt <= startsAt ? { end: 'It must end after it starts' } : {};
}

/** The moment that an input means on this machine's clock. */
export function momentOf(text: string): Date | undefined {
  const moment = new Date(text);
  return text === '' || Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** A moment as an input shows it on this machine's clock, to the minute. */
export function inputMoment(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
