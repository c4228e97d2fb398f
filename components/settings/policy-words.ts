import { loudness, significanceWords } from '@/components/shared/significance-words';
import { itemKinds } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { dataClasses } from '@/lib/domain/plan/kinds/property-content';
import type { ApprovalFrom, PolicyRule } from '@/lib/domain/review/policy';

/** The boxes of a rule. */
export const significanceChoices = loudness.map((value) => ({ value, label: significanceWords[value].label }));
export const kindChoices = itemKinds.map((value) => ({ value, label: kinds[value].plural }));
const dataClassWords = {
  undeclared: 'Undeclared',
  none: 'None',
  personal: 'Personal',
  sensitive: 'Sensitive',
} as const;
export const dataClassChoices = dataClasses.map((value) => ({ value, label: dataClassWords[value] }));

/** What a new rule begins with. */
export const newRule: PolicyRule = {
  when: { significance: ['meaning', 'breaking'], kinds: null, tags: null, dataClass: null },
  require: { approvals: 1, from: { type: 'owners' } },
};

/** Whom approvals can be asked of, one text per choice. */
export function approverChoices(teams: readonly { readonly id: string; readonly name: string }[]) {
  return [
    { value: 'owners', label: 'the owner of the item' },
    { value: 'role:contributor', label: 'any contributor' },
    { value: 'role:approver', label: 'any approver' },
    { value: 'role:admin', label: 'any admin' },
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: `the team ${name}` })),
  ];
}

/** A choice of `approverChoices` as text. */
export function choiceOf(from: ApprovalFrom): string {
  if (from.type === 'owners') return 'owners';
  return from.type === 'role' ? `role:${from.role}` : `team:${from.teamId}`;
}

/** The same, read back. */
export function fromChoice(choice: string): ApprovalFrom {
  const [type, id = ''] = choice.split(':');
  if (type === 'team') return { type, teamId: id };
  if (type === 'role') return { type, role: id === 'contributor' || id === 'admin' ? id : 'approver' };
  return { type: 'owners' };
}

/** Tags as one types them, parted by commas; null when there are none. */
export function tagsOf(text: string): string[] | null {
  const tags = [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
  return tags.length > 0 ? tags.slice(0, 50) : null;
}
