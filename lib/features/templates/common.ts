import type { TemplateEvent } from './template';

/** Events that nearly every product has, with the same meaning everywhere. */
export const common = {
  signedUp: {
    name: 'Account Created',
    category: 'Account',
    stage: 'activation',
    meaning: 'A person has an account for the first time.',
    firesWhen: 'The server has stored the account.',
    doesNotCount: 'Accounts that colleagues or support staff create for somebody.',
    properties: ['method!', 'referrer', 'campaign'],
  },
  signedIn: {
    name: 'Signed In',
    category: 'Account',
    stage: 'retention',
    meaning: 'A person with an account proved who they are.',
    firesWhen: 'The server has begun a new session.',
    doesNotCount: 'A session that is only continued, and the one that begins with a new account.',
    properties: ['method!'],
  },
  pageViewed: {
    name: 'Page Viewed',
    category: 'Visits',
    stage: 'acquisition',
    meaning: 'A visitor saw a page.',
    firesWhen: 'The main content is drawn and the tab is in front; once per address.',
    doesNotCount: 'Pages opened in the background and never looked at.',
    properties: ['page_type!', 'referrer', 'campaign', 'load_time'],
  },
  searched: {
    name: 'Search Performed',
    category: 'Discovery',
    stage: 'activation',
    meaning: 'Somebody asked the search for something.',
    firesWhen: 'Results, or the message that there are none, are shown.',
    doesNotCount: 'Suggestions while typing, and the same words again within a minute.',
    properties: ['search_term!', 'result_count!'],
  },
  shared: {
    name: 'Content Shared',
    category: 'Sharing',
    stage: 'referral',
    meaning: 'Somebody passed something on to other people.',
    firesWhen: 'The system reports that the sheet for sharing was completed, or the link was copied.',
    doesNotCount: 'Opening the sheet and closing it again.',
    properties: ['channel'],
  },
  invited: {
    name: 'Invitation Sent',
    category: 'Sharing',
    stage: 'referral',
    meaning: 'A person asked somebody else to join.',
    firesWhen: 'The invitation is stored; once for each address.',
    doesNotCount: 'Sending the same invitation again.',
    properties: ['role', 'is_first'],
  },
} as const satisfies Record<string, TemplateEvent>;
