import { grouped } from '../../kit/grouped';
import { fieldValue, type Item } from '../plan/item';
import type { dataClasses } from '../plan/kinds/property-content';
import type { Owner } from '../plan/parts';
import type { Significance } from '../plan/significance';
import type { Snapshot } from '../plan/snapshot';
import type { ItemChange } from '../significance/classified';
import { approversByItem } from './approvals';
import type { ChangeRequest, StoredChange } from './change-request';
import { namesInWords, type People, type Person, personName, teamName } from './people';
import { type ApprovalFrom, approvalsInWords, type Policy, type PolicyRule } from './policy';
import type { Requirement } from './requirement';
import { counts, isContributor, ownerOf } from './rights';

interface Need {
  readonly from: ApprovalFrom;
  /** Set for owners: whose approval. */
  readonly owner: Owner | null;
  /** How many each item needs. */
  readonly approvals: Map<string, number>;
  /** Items whose owners are all contributors, so that an approver stands in for them. */
  readonly standIn: Set<string>;
}

const anApprover: ApprovalFrom = { type: 'role', role: 'approver' };

/** One line for each kind of approval the policy asks for, over the items it asks it for. */
export function approvalRequirements(
  request: ChangeRequest,
  itemChanges: ReadonlyMap<string, ItemChange>,
  policy: Policy,
  people: People,
  head: Snapshot,
): Requirement[] {
  const reviewers = [...people.persons.values()].filter(
    (person) => person.role !== 'viewer' && !isContributor(request, person.id),
  );
  const needs = new Map<string, Need>();
  for (const change of request.changes) {
    const itemChange = itemChanges.get(change.itemId);
    // What the plan says already changes nothing and needs nobody.
    if (!itemChange || itemChange.differences.length === 0) continue;
    collectNeeds(needs, change, itemChange, policy, head, reviewers);
  }
  const given = approversByItem(request, policy, people);
  return [...needs].map(([key, need]) => requirementOf(key, need, given, reviewers, people, head));
}

function collectNeeds(
  needs: Map<string, Need>,
  change: StoredChange,
  itemChange: ItemChange,
  policy: Policy,
  head: Snapshot,
  reviewers: readonly Person[],
): void {
  const significances = new Set(itemChange.differences.flatMap((one) => one.significances));
  const before = head.items.get(change.itemId);
  const rules = policy.rules.filter((rule) => matches(rule, significances, change, before));
  let asked = false;
  for (const { require } of rules) {
    if (require.from.type !== 'owners') {
      add(needs, require.from, null, change.itemId, require.approvals, false);
      asked = true;
      continue;
    }
    const owner = ownerOf(before) ?? ownerOf(change.item ?? undefined);
    if (!owner) continue;
    asked = true;
    if (reviewers.some((person) => counts(person, require.from, owner)))
      add(needs, require.from, owner, change.itemId, require.approvals, false);
    else add(needs, anApprover, null, change.itemId, 1, true);
  }
  // No policy, and no rule of it that finds nobody to ask, lets a change of meaning through unread.
  if (!asked && (rules.length > 0 || significances.has('meaning') || significances.has('breaking')))
    add(needs, anApprover, null, change.itemId, 1, false);
}

function matches(
  rule: PolicyRule,
  significances: ReadonlySet<Significance>,
  change: StoredChange,
  before: Item | undefined,
): boolean {
  const { when } = rule;
  if (!when.significance.some((significance) => significances.has(significance))) return false;
  const states = [before, change.item].filter((item): item is Item => item !== undefined && item !== null);
  if (when.kinds && !states.some((item) => when.kinds?.includes(item.kind))) return false;
  if (when.tags && !states.some((item) => item.content.tags.some((tag) => when.tags?.includes(tag)))) return false;
  return (
    !when.dataClass ||
    states.some(
      (item) =>
        item.kind === 'property' &&
        when.dataClass?.includes((fieldValue(item, 'dataClass') as { class: (typeof dataClasses)[number] }).class),
    )
  );
}

function add(
  needs: Map<string, Need>,
  from: ApprovalFrom,
  owner: Owner | null,
  itemId: string,
  approvals: number,
  standIn: boolean,
): void {
  const key = [
    from.type,
    from.type === 'team' ? from.teamId : from.type === 'role' ? from.role : '',
    owner ? `${owner.type}:${owner.id}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  let need = needs.get(key);
  if (!need) {
    need = { from, owner, approvals: new Map(), standIn: new Set() };
    needs.set(key, need);
  }
  need.approvals.set(itemId, Math.max(approvals, need.approvals.get(itemId) ?? 0));
  if (standIn) need.standIn.add(itemId);
}

function requirementOf(
  key: string,
  need: Need,
  given: ReadonlyMap<string, ReadonlyMap<string, Person>>,
  reviewers: readonly Person[],
  people: People,
  head: Snapshot,
): Requirement {
  const ableFor = ableByOwner(need, reviewers);
  const missing: string[] = [];
  const could = new Map<string, Person>();
  const named = new Set<ReadonlyMap<string, Person>>();
  let most = 0;
  for (const [itemId, wanted] of need.approvals) {
    most = Math.max(most, wanted);
    const able = ableFor(need.owner ?? ownerOf(head.items.get(itemId)));
    const approvers = given.get(itemId) ?? new Map<string, Person>();
    let have = 0;
    for (const id of approvers.keys()) if (able.has(id)) have += 1;
    if (have >= wanted) continue;
    missing.push(itemId);
    // Whoever could serve one missing item is named; a thousand items have few different sets of people.
    if (named.has(able)) continue;
    for (const person of able.values()) if (!approvers.has(person.id)) could.set(person.id, person);
    if (have === 0) named.add(able);
  }
  const total = need.approvals.size;
  const what = need.owner
    ? ownerWords(most, need.owner, people)
    : approvalsInWords({ approvals: most, from: need.from }, people);
  const met = missing.length === 0;
  const candidates = [...could.values()];
  return {
    code: need.from.type === 'owners' ? 'review.owner-approval' : 'review.approvals',
    key,
    words:
      met || missing.length === total
        ? what
        : `${what}, missing for ${grouped(missing.length)} of ${grouped(total)} changes`,
    met,
    who: {
      userIds: candidates.map((person) => person.id),
      words: met ? '' : namesInWords(candidates.map((person) => person.name)),
    },
    how: howTo(need, met, candidates.length),
    itemIds: met ? [...need.approvals.keys()] : missing,
  };
}

/** The reviewers whose approval serves a need on an item, found out once for each owner: many items have the same. */
function ableByOwner(need: Need, reviewers: readonly Person[]): (owner: Owner | null) => ReadonlyMap<string, Person> {
  const known = new Map<string, ReadonlyMap<string, Person>>();
  return (owner) => {
    const key = owner ? `${owner.type}:${owner.id}` : '';
    let able = known.get(key);
    if (!able) {
      const serving = reviewers.filter((person) => counts(person, need.from, owner));
      able = new Map(serving.map((person) => [person.id, person]));
      known.set(key, able);
    }
    return able;
  };
}

function howTo(need: Need, met: boolean, candidates: number): string {
  if (met) return '';
  if (candidates === 0)
    return 'Nobody who may approve this has kept their hands off it: an admin can invite an approver.';
  return need.standIn.size > 0
    ? 'Its owner contributed to it, so an approver reads and approves it instead.'
    : 'One of them reads the changes and approves.';
}

function ownerWords(approvals: number, owner: Owner, people: People): string {
  const name = owner.type === 'team' ? teamName(people, owner.id) : personName(people, owner.id);
  return `${approvals} approval${approvals === 1 ? '' : 's'} by ${name}, who own${owner.type === 'team' ? '' : 's'} it`;
}
