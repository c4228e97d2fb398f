import { counted } from '../../kit/grouped';
import { includesRole } from '../access/roles';
import { blocks as findingBlocks, type JudgedFinding } from '../conventions/excuse';
import type { AffectedConsumer, AffectedExperiment, Impact } from '../impact/impact';
import type { Breach } from '../plan/invariants';
import type { Snapshot } from '../plan/snapshot';
import type { ItemChange } from '../significance/classified';
import { approvalRequirements } from './approval-requirements';
import { countingStates, coverKey, standingBlocks } from './approvals';
import type { ChangeRequest } from './change-request';
import { type ChecklistLine, checklistRequirements } from './checklist';
import { namesInWords, type People, type Person, personName } from './people';
import { dismisserWords, mayDismiss, type Policy } from './policy';
import type { Requirement } from './requirement';
import { isContributor, isOwner } from './rights';

/** What was found out about a request beside its approvals. */
export interface RequestFacts {
  readonly head: Snapshot;
  readonly itemChanges: readonly ItemChange[];
  readonly impact: Impact;
  /** Changed items whose base is no longer what the plan says. */
  readonly movedItemIds: readonly string[];
  readonly breaches: readonly Breach[];
  /** Of the changed items. */
  readonly findings: readonly JudgedFinding[];
}

/** The whole check list between a request and its merge; the merge is open when every line is met. */
export function requirementsOf(
  request: ChangeRequest,
  facts: RequestFacts,
  policy: Policy,
  people: People,
  checklist: readonly ChecklistLine[] = [],
): Requirement[] {
  const byItem = new Map(facts.itemChanges.map((change) => [change.itemId, change]));
  return [
    ...emptiness(request),
    ...proposal(request, people),
    ...behind(request, facts, people),
    ...breaches(facts),
    ...blocks(request, policy, people),
    ...approvalRequirements(request, byItem, policy, people, facts.head),
    ...(policy.acknowledgements === 'require'
      ? facts.impact.consumers.map((consumer) => acknowledgement(request, consumer, policy, people))
      : []),
    ...(policy.freezeExperiments
      ? facts.impact.experiments.filter((one) => one.running && one.outcome).map(frozen)
      : []),
    ...(policy.lintErrorsBlock ? lintErrors(facts) : []),
    ...checklistRequirements(checklist, request, people),
  ];
}

function emptiness(request: ChangeRequest): Requirement[] {
  if (request.changes.length > 0) return [];
  return [
    {
      code: 'review.empty',
      key: 'empty',
      words: 'At least one change',
      met: false,
      who: { userIds: [], words: 'anyone who may edit' },
      how: 'Open any item and edit it.',
      itemIds: [],
    },
  ];
}

function proposal(request: ChangeRequest, people: People): Requirement[] {
  if (!isProposal(request, people)) return [];
  const able = [...people.persons.values()].filter((person) => person.role !== 'viewer');
  return [
    {
      code: 'review.proposal',
      key: 'proposal',
      words: 'A contributor takes the proposal over',
      met: request.takenOverBy !== null,
      who: { userIds: able.map((person) => person.id), words: 'a contributor or an approver' },
      how: 'One of them takes it over; they do not count as an approver of it then.',
      itemIds: [],
    },
  ];
}

/** Whether a request is a viewer's and needs somebody to stand for it. */
export function isProposal(request: ChangeRequest, people: People): boolean {
  return request.origin === 'proposal' || people.persons.get(request.authorId)?.role === 'viewer';
}

function behind(request: ChangeRequest, facts: RequestFacts, people: People): Requirement[] {
  if (facts.movedItemIds.length === 0) return [];
  const count = facts.movedItemIds.length;
  return [
    {
      code: 'review.behind',
      key: 'behind',
      words: `The plan moved under ${counted(count, 'item')}`,
      met: false,
      who: {
        userIds: request.contributors.filter((id) => people.persons.has(id)),
        words: namesInWords(request.contributors.map((id) => personName(people, id))),
      },
      how: 'Update the change request with the current plan.',
      itemIds: facts.movedItemIds,
    },
  ];
}

function breaches(facts: RequestFacts): Requirement[] {
  return facts.breaches.map((breach, index) => ({
    code: 'review.breach',
    key: `breach ${index} ${breach.itemId}`,
    words: breachInWords(breach, facts.head),
    met: false,
    who: { userIds: [], words: 'anyone who may edit' },
    how: 'Edit the item.',
    itemIds: [breach.itemId],
  }));
}

function breachInWords(breach: Breach, head: Snapshot): string {
  switch (breach.code) {
    case 'item.name-taken':
      return `The name ${breach.name} is taken`;
    case 'item.reference-missing':
      return `${breach.name} points at ${head.items.get(breach.missingId)?.name ?? 'an item'}, which is not there`;
    case 'item.reference-kind':
      return `${breach.name} points at an item of another kind`;
    case 'item.source-of-truth':
      return `The source of truth of ${breach.name} is not one of its sources`;
    default:
      return 'The plan would not be whole';
  }
}

function blocks(request: ChangeRequest, policy: Policy, people: People): Requirement[] {
  const dismissers = [...people.persons.values()].filter(
    (person) => mayDismiss(person.role, policy) && !isContributor(request, person.id),
  );
  return standingBlocks(request).map((verdict) => ({
    code: 'review.blocked',
    key: `blocked ${verdict.id}`,
    words: `${personName(people, verdict.reviewerId)} asks for changes`,
    met: false,
    who: {
      userIds: [...new Set([verdict.reviewerId, ...dismissers.map((person) => person.id)])],
      words: `${personName(people, verdict.reviewerId)}, or ${dismisserWords(policy)} with a reason`,
    },
    how: `It is lifted by approving or withdrawing it; ${dismisserWords(policy)} can dismiss it with a reason.`,
    itemIds: verdict.covers.map((cover) => cover.itemId),
  }));
}

/** People who can answer for a consumer: its owners, or approvers while it has none. */
export function speakersFor(consumer: AffectedConsumer, people: People): Person[] {
  const owners = [...people.persons.values()].filter((person) => isOwner(person, consumer.owner));
  return owners.length > 0
    ? owners
    : [...people.persons.values()].filter((person) => includesRole(person.role, 'approver'));
}

function acknowledgement(
  request: ChangeRequest,
  consumer: AffectedConsumer,
  policy: Policy,
  people: People,
): Requirement {
  const speakers = speakersFor(consumer, people);
  const owners = speakers.filter((person) => isOwner(person, consumer.owner));
  const reached = request.changes.filter((change) => consumer.itemIds.includes(change.itemId));
  const may = new Set(speakers.map((person) => person.id));
  const answered = request.acknowledgements.some((one) => {
    if (one.consumerId !== consumer.consumerId || !may.has(one.userId)) return false;
    const read = new Set(one.covers.map(coverKey));
    return reached.every((change) => countingStates(change, policy).some((state) => read.has(state)));
  });
  // An owner who wrote the change knows what it does to their consumer.
  const met = answered || owners.some((person) => isContributor(request, person.id));
  return {
    code: 'review.acknowledgement',
    key: `acknowledgement ${consumer.consumerId}`,
    words: `The owner of ${consumer.name} acknowledges`,
    met,
    who: {
      userIds: met ? [] : speakers.map((person) => person.id),
      words: met ? '' : namesInWords(speakers.map((person) => person.name)),
    },
    how: met ? '' : 'One of them reads what changes and acknowledges.',
    itemIds: consumer.itemIds,
  };
}

function frozen(experiment: AffectedExperiment): Requirement {
  return {
    code: 'review.experiment-running',
    key: `experiment ${experiment.consumerId}`,
    words: `${experiment.name} is running and is judged by what changes here`,
    met: false,
    who: { userIds: [], words: 'whoever runs the experiment' },
    how:
      experiment.endsAt === null
        ? 'Merge when the experiment has ended.'
        : `Merge after ${experiment.endsAt}, or end the experiment first.`,
    itemIds: experiment.itemIds,
  };
}

function lintErrors(facts: RequestFacts): Requirement[] {
  const errors = facts.findings.filter(findingBlocks);
  if (errors.length === 0) return [];
  return [
    {
      code: 'review.lint',
      key: 'lint',
      words: `${errors.length} error${errors.length === 1 ? '' : 's'} of the conventions`,
      met: false,
      who: { userIds: [], words: 'anyone who may edit' },
      how: 'Fix them, or ask an approver who had no hand in it to excuse one until a day.',
      itemIds: [...new Set(errors.map((finding) => finding.itemId))],
    },
  ];
}
