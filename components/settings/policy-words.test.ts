import { describe, expect, it } from 'vitest';
import type { ApprovalFrom } from '@/lib/domain/review/policy';
import { approverChoices, choiceOf, fromChoice, tagsOf } from './policy-words';

describe('a rule of the policy as controls', () => {
  it.each<ApprovalFrom>([
    { type: 'owners' },
    { type: 'role', role: 'contributor' },
    { type: 'role', role: 'approver' },
    { type: 'role', role: 'admin' },
    { type: 'team', teamId: 'tm_1' },
  ])('reads back whom it asks: %o', (from) => {
    const choice = choiceOf(from);
    expect(approverChoices([{ id: 'tm_1', name: 'Growth' }]).map(({ value }) => value)).toContain(choice);
    expect(fromChoice(choice)).toEqual(from);
  });

  it('reads tags parted by commas, each once, and none as no condition', () => {
    expect(tagsOf(' revenue, kpi ,revenue,')).toEqual(['revenue', 'kpi']);
    expect(tagsOf(' , ')).toBeNull();
  });
});
