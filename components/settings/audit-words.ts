import type { AuditEntryView } from '@/lib/contracts/audit';

/** What the record can be about, in people's words, by the noun its entries begin with. */
export const auditNouns: Readonly<Record<string, string>> = {
  'change-request': 'Change requests',
  thread: 'Discussions',
  note: 'Notes',
  glossary: 'Glossary',
  synonym: 'Synonyms of search',
  journey: 'Journeys',
  plan: 'Plans',
  'release-notes': 'Release notes',
  policy: 'Review rules',
  'review-settings': 'Templates and checklists',
  conventions: 'Conventions',
  import: 'Imports',
  announcement: 'Announcements',
  workspace: 'The workspace',
  member: 'Members',
  team: 'Teams',
  invitation: 'Invitations',
  token: 'API tokens',
  'share-link': 'Share links',
  channel: 'Channels',
};

/** A local day as the moment it begins; `after` days later when asked for. Empty text is no day. */
export function startOfDay(day: string, after = 0): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const moment = new Date(year, month - 1, date + after);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** What an entry is about, as people call it: by number or name where the entry has one. */
export function subjectWords({ subjectKind, subjectId, detail }: AuditEntryView): string {
  const kind = subjectKind.replace('-', ' ');
  if (subjectKind === 'change-request' && typeof detail.number === 'number') return `${kind} #${detail.number}`;
  return typeof detail.name === 'string' ? `${kind} ${detail.name}` : `${kind} ${subjectId}`;
}
