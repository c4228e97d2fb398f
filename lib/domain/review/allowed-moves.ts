import { includesRole } from '../access/roles';
import { standingBlocks, standingVerdicts } from './approvals';
import { type ChangeRequest, isFinished } from './change-request';
import { mayEdit, mayEnd, statusWords } from './move';
import type { Person } from './people';
import { dismisserWords, mayDismiss, type Policy } from './policy';
import type { Requirement } from './requirement';
import { isContributor } from './rights';

export const moves = [
  'edit',
  'submit',
  'approve',
  'request-changes',
  'comment',
  'withdraw',
  'dismiss',
  'rebase',
  'take-over',
  'merge',
  'close',
  'reopen',
] as const;
export type Move = (typeof moves)[number];

/** Whether a button can be pressed, and if not, why: one sentence with what would help. */
export interface AllowedMove {
  readonly move: Move;
  readonly enabled: boolean;
  /** Empty when enabled. */
  readonly whyNot: string;
}

/** What a person may do with a request as it stands; `coverable` is how many of its changes they are entitled to approve. */
export function allowedMoves(
  request: ChangeRequest,
  person: Person,
  requirements: readonly Requirement[],
  coverable: number,
  policy: Policy,
): AllowedMove[] {
  const why: Record<Move, string> = {
    edit: finished(request) || (mayEdit(request, person) ? '' : 'Editing needs the role of a contributor.'),
    submit: finished(request) || submitting(request, person, requirements),
    approve:
      open(request) ||
      verdict(request, person) ||
      (coverable > 0 ? '' : 'Approving needs an approver or the owner of a changed item.'),
    'request-changes': open(request) || verdict(request, person),
    comment: '',
    withdraw:
      finished(request) ||
      (standingVerdicts(request).some((one) => one.reviewerId === person.id && one.kind !== 'comment')
        ? ''
        : 'You have given no verdict that stands.'),
    dismiss: finished(request) || dismissing(request, person, policy),
    rebase: finished(request) || updating(request, person, requirements),
    'take-over': finished(request) || takingOver(person, requirements),
    merge: open(request) || merging(person, requirements),
    close:
      finished(request) || (mayEnd(request, person) ? '' : 'Its contributors and approvers close a change request.'),
    reopen:
      request.status !== 'closed'
        ? `It is ${statusWords[request.status]}.`
        : mayEnd(request, person)
          ? ''
          : 'Its contributors and approvers reopen a change request.',
  };
  return moves.map((move) => ({ move, enabled: why[move] === '', whyNot: why[move] }));
}

function finished(request: ChangeRequest): string {
  return isFinished(request) ? `It is ${statusWords[request.status]}.` : '';
}

function open(request: ChangeRequest): string {
  return finished(request) || (request.status === 'draft' ? 'It is a draft: send it for review first.' : '');
}

function verdict(request: ChangeRequest, person: Person): string {
  if (person.role === 'viewer') return 'A viewer’s verdict does not count; a comment is read by all.';
  return isContributor(request, person.id) ? 'You contributed to it: self-approval does not count.' : '';
}

function submitting(request: ChangeRequest, person: Person, requirements: readonly Requirement[]): string {
  if (request.status !== 'draft') return `It is ${statusWords[request.status]} already.`;
  if (!mayEdit(request, person)) return 'Sending it for review needs the role of a contributor.';
  if (request.changes.length === 0) return 'There is nothing to review yet.';
  const unticked = requirements.filter(({ key, met }) => !met && key.startsWith('checklist sending '));
  return unticked.length === 0 ? '' : `Tick first: ${unticked.map(({ words }) => words).join('; ')}.`;
}

function dismissing(request: ChangeRequest, person: Person, policy: Policy): string {
  if (standingBlocks(request).length === 0) return 'Nobody asks for changes.';
  if (!mayDismiss(person.role, policy)) return `Only ${dismisserWords(policy)} dismisses somebody’s verdict.`;
  return isContributor(request, person.id) ? 'You contributed to it: somebody else can dismiss the verdict.' : '';
}

function updating(request: ChangeRequest, person: Person, requirements: readonly Requirement[]): string {
  if (!mayEdit(request, person)) return 'Updating it needs the role of a contributor.';
  return requirements.some((requirement) => requirement.code === 'review.behind') ? '' : 'It is up to date.';
}

function takingOver(person: Person, requirements: readonly Requirement[]): string {
  const proposal = requirements.find((requirement) => requirement.code === 'review.proposal');
  if (!proposal) return 'Its author can see it through.';
  if (proposal.met) return 'Somebody has taken it over already.';
  return includesRole(person.role, 'contributor') ? '' : 'Taking it over needs the role of a contributor.';
}

function merging(person: Person, requirements: readonly Requirement[]): string {
  if (!includesRole(person.role, 'contributor')) return 'Merging needs the role of a contributor.';
  const missing = requirements.filter((requirement) => !requirement.met);
  const [first] = missing;
  if (!first) return '';
  return missing.length === 1 ? `Missing: ${first.words}.` : `Missing: ${first.words}, and ${missing.length - 1} more.`;
}
