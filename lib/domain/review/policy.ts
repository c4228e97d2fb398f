import * as z from 'zod';
import { includesRole, type Role, roles } from '../access/roles';
import { itemKinds } from '../plan/kinds/define';
import { kinds } from '../plan/kinds/list';
import { dataClasses } from '../plan/kinds/property-content';
import { shortTextSchema } from '../plan/parts';
import { significances } from '../plan/significance';
import { namesInWords, type Team } from './people';

const approverRoles = roles.filter((role) => role !== 'viewer') as ['contributor', 'approver', 'admin'];

/** Who an approval must come from: the owners of the item, a team, or anybody of a role. */
export const approvalFromSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('owners') }),
  z.strictObject({ type: z.literal('team'), teamId: z.string().min(1).max(60) }),
  z.strictObject({ type: z.literal('role'), role: z.enum(approverRoles) }),
]);
export type ApprovalFrom = z.infer<typeof approvalFromSchema>;

/** Changes that match `when` need `require`; an absent condition matches everything. */
export const policyRuleSchema = z.strictObject({
  when: z.strictObject({
    significance: z.array(z.enum(significances)).min(1),
    kinds: z.array(z.enum(itemKinds)).min(1).nullable().default(null),
    /** Any of them on the item, before or after. */
    tags: z.array(shortTextSchema.min(1)).min(1).max(50).nullable().default(null),
    dataClass: z.array(z.enum(dataClasses)).min(1).nullable().default(null),
  }),
  require: z.strictObject({ approvals: z.int().min(1).max(10), from: approvalFromSchema }),
});
export type PolicyRule = z.infer<typeof policyRuleSchema>;

/**
 * What a plan asks before a merge. Two things are not in it because no plan may switch them off: nobody approves what
 * they contributed to, and a change of meaning or a breaking one always needs an approval.
 */
export const policySchema = z.strictObject({
  rules: z.array(policyRuleSchema).max(100),
  /** An edit that only changes wording leaves the approvals of that item standing. */
  editorialEditKeepsApprovals: z.boolean().default(false),
  /** Owners of affected consumers: must answer, are asked, or are only told. */
  acknowledgements: z.enum(['require', 'ask', 'ignore']).default('ask'),
  /** No change of meaning to the outcome of an experiment that runs. */
  freezeExperiments: z.boolean().default(true),
  /** Errors of conventions in the changed items block. */
  lintErrorsBlock: z.boolean().default(true),
  /** Who may dismiss a request for changes, or another verdict, of somebody else with a reason. */
  dismissals: z.enum(['admins', 'approvers']).default('admins'),
  /** Who may ask to merge without what is missing; a second approver confirms in every case. */
  emergencyMerge: z.enum(['admins', 'approvers', 'never']).default('admins'),
});
export type Policy = z.infer<typeof policySchema>;

const when = (...significance: PolicyRule['when']['significance']) => ({
  significance,
  kinds: null,
  tags: null,
  dataClass: null,
});

/** What a new plan asks. */
export const defaultPolicy: Policy = {
  rules: [
    { when: when('meaning', 'breaking'), require: { approvals: 1, from: { type: 'role', role: 'approver' } } },
    { when: when('meaning', 'breaking'), require: { approvals: 1, from: { type: 'owners' } } },
    { when: when('additive'), require: { approvals: 1, from: { type: 'role', role: 'approver' } } },
    { when: when('editorial'), require: { approvals: 1, from: { type: 'role', role: 'approver' } } },
  ],
  editorialEditKeepsApprovals: false,
  acknowledgements: 'ask',
  freezeExperiments: true,
  lintErrorsBlock: true,
  dismissals: 'admins',
  emergencyMerge: 'admins',
};

const significanceWords = {
  breaking: 'A breaking change',
  meaning: 'A change of meaning',
  additive: 'An addition',
  editorial: 'A change of wording',
} as const;

const acknowledgementWords = {
  require: 'Owners of affected consumers must acknowledge before the merge.',
  ask: 'Owners of affected consumers are asked to acknowledge; the merge does not wait for them.',
  ignore: 'Owners of affected consumers are told after the merge.',
} as const;

const emergencyWords = {
  admins:
    'An emergency merge needs an admin who gives the reason and a second approver who confirms within an hour; a banner stays until somebody else has reviewed it.',
  approvers:
    'An emergency merge needs an approver who gives the reason and a second one who confirms within an hour; a banner stays until somebody else has reviewed it.',
  never: 'There is no emergency merge.',
} as const;

/** The policy as sentences a newcomer understands, rules first. */
export function policyInSentences(policy: Policy, names: { readonly teams: ReadonlyMap<string, Team> }): string[] {
  return [
    ...policy.rules.map((rule) => ruleInWords(rule, names)),
    'Nobody approves what they contributed to.',
    `Whoever asks for changes blocks the merge until they lift it, or ${dismisserWords(policy)} who had no hand in it does with a reason.`,
    policy.editorialEditKeepsApprovals
      ? 'A later edit voids the approvals of the item it touches, unless it only changes wording.'
      : 'A later edit voids the approvals of the item it touches.',
    acknowledgementWords[policy.acknowledgements],
    policy.freezeExperiments
      ? 'The outcome of an experiment does not change its meaning while the experiment runs.'
      : 'Experiments that run do not stop a merge.',
    policy.lintErrorsBlock
      ? 'Errors of the conventions block the merge.'
      : 'Errors of the conventions are shown and do not block.',
    emergencyWords[policy.emergencyMerge],
  ];
}

/** Whether a role dismisses verdicts of others under a policy. */
export function mayDismiss(role: Role, policy: Policy): boolean {
  return includesRole(role, policy.dismissals === 'approvers' ? 'approver' : 'admin');
}

/** Who dismisses verdicts under a policy, with the article. */
export function dismisserWords({ dismissals }: Pick<Policy, 'dismissals'>): string {
  return dismissals === 'approvers' ? 'an approver' : 'an admin';
}

function ruleInWords(rule: PolicyRule, names: { readonly teams: ReadonlyMap<string, Team> }): string {
  const subjects = rule.when.significance.map((significance, index) =>
    index === 0
      ? significanceWords[significance]
      : significanceWords[significance].replace(/^An? /u, (article) => article.toLowerCase()),
  );
  const of = rule.when.kinds
    ? ` to ${namesInWords(
        rule.when.kinds.map((kind) => kinds[kind].plural.toLowerCase()),
        'or',
        6,
      )}`
    : '';
  const tagged = rule.when.tags ? ` tagged ${namesInWords(rule.when.tags, 'or', 6)}` : '';
  const classed = rule.when.dataClass ? ` with ${namesInWords(rule.when.dataClass, 'or', 4)} data` : '';
  return `${namesInWords(subjects, 'or', 4)}${of}${tagged}${classed} needs ${approvalsInWords(rule.require, names)}.`;
}

/** "1 approval by an approver", "2 approvals by Growth". */
export function approvalsInWords(
  required: PolicyRule['require'],
  names: { readonly teams: ReadonlyMap<string, Team> },
): string {
  const count = `${required.approvals} approval${required.approvals === 1 ? '' : 's'}`;
  switch (required.from.type) {
    case 'owners':
      return `${count} by the owner of the item`;
    case 'team':
      return `${count} by ${names.teams.get(required.from.teamId)?.name ?? 'a former team'}`;
    case 'role':
      return `${count} by ${required.from.role === 'contributor' ? 'a' : 'an'} ${required.from.role}`;
  }
}
