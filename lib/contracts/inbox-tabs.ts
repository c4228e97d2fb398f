/** The parts of an inbox, as they stand in its address. */
export const inboxTabs = ['important', 'everything', 'snoozed', 'done'] as const;
export type InboxTab = (typeof inboxTabs)[number];
