/** What the record can be about, in people's words, by the noun its entries begin with. */
export const auditNouns: Readonly<Record<string, string>> = {
  'change-request': 'Change requests',
  thread: 'Discussions',
  plan: 'Plans',
  policy: 'Review rules',
  conventions: 'Conventions',
  import: 'Imports',
  announcement: 'Announcements',
  view: 'Saved views',
  workspace: 'The workspace',
  member: 'Members',
  team: 'Teams',
  invitation: 'Invitations',
  token: 'API tokens',
  channel: 'Channels',
};

/** A local day as the moment it begins; `after` days later when asked for. Empty text is no day. */
export function startOfDay(day: string, after = 0): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const moment = new Date(year, month - 1, date + after);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
