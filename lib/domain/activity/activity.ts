import { shortened } from '../plan-query/item-ref';

/** What an entry of activity is, for those who want to read only some. */
export const activityKinds = ['proposed', 'edited', 'reviewed', 'discussed', 'merged', 'announced', 'rules'] as const;
export type ActivityKind = (typeof activityKinds)[number];

type Detail = Readonly<Record<string, unknown>>;

interface Told {
  readonly kind: ActivityKind;
  /** What happened without the name of who did it; absent where the record says it itself. */
  readonly words?: (detail: Detail) => string;
}

/** A sentence in the detail that cannot be read is still told, by what its action is called. */
const own = (kind: ActivityKind): Told => ({ kind });
const fixed = (kind: ActivityKind, words: string): Told => ({ kind, words: () => words });

/**
 * The state changes that are told as activity, by action. What is not here stays in the audit record: it concerns the
 * workspace and not its plans, or follows from an entry that is told already.
 */
const told: Readonly<Record<string, Told>> = {
  'change-request.created': own('proposed'),
  'change-request.submitted': own('proposed'),
  'change-request.taken-over': own('proposed'),
  'change-request.split': own('edited'),
  'change-request.closed': own('proposed'),
  'change-request.reopened': own('proposed'),
  'change-request.edited': own('edited'),
  'change-request.rebased': own('edited'),
  'change-request.approved': own('reviewed'),
  'change-request.changes-requested': own('reviewed'),
  'change-request.verdict-withdrawn': own('reviewed'),
  'change-request.verdict-dismissed': own('reviewed'),
  'change-request.claim-overturned': own('reviewed'),
  'change-request.acknowledged': own('reviewed'),
  'change-request.checked': own('reviewed'),
  'change-request.review-asked': own('reviewed'),
  'change-request.review-taken': own('reviewed'),
  'change-request.commented': own('discussed'),
  'thread.start': own('discussed'),
  'thread.reply': own('discussed'),
  'thread.post': own('discussed'),
  'thread.resolve': own('discussed'),
  'change-request.emergency-asked': own('reviewed'),
  'change-request.emergency-withdrawn': own('reviewed'),
  'change-request.emergency-reviewed': own('reviewed'),
  'change-request.merged': own('merged'),
  'announcement.create': { kind: 'announced', words: ({ text }) => withText('pinned an announcement', text) },
  'announcement.end': { kind: 'announced', words: ({ text }) => withText('ended an announcement', text) },
  'rollout.update': own('edited'),
  'plan.create': fixed('rules', 'created the plan'),
  'plan.update': fixed('rules', 'changed the name, description or stages of the plan'),
  'plan.archive': fixed('rules', 'archived the plan'),
  'policy.update': fixed('rules', 'changed the review rules'),
  'review-settings.update': fixed('rules', 'changed the template and checklist of change requests'),
  'conventions.update': fixed('rules', 'changed the conventions'),
  'conventions.suppress': own('rules'),
  'conventions.unsuppress': own('rules'),
};

/** The actions that are told as activity, all or those of a kind. */
export function activityActions(kind?: ActivityKind): string[] {
  return Object.entries(told).flatMap(([action, one]) => (kind === undefined || one.kind === kind ? [action] : []));
}

/** How a recorded state change is told; undefined for one that is no activity. */
export function activityOf(action: string, detail: Detail): { kind: ActivityKind; words: string } | undefined {
  const one = Object.hasOwn(told, action) ? told[action] : undefined;
  if (!one) return undefined;
  const said = one.words ? one.words(detail) : detail.words;
  return { kind: one.kind, words: typeof said === 'string' && said !== '' ? shortened(said, 300) : 'changed it' };
}

function withText(words: string, text: unknown): string {
  return typeof text === 'string' && text !== '' ? `${words}: “${shortened(text.replace(/\s+/gu, ' '), 160)}”` : words;
}
