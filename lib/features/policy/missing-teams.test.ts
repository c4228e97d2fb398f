import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { missingTeams } from './missing-teams';

describe('missing teams', () => {
  it('names the rule whose team nobody can be in, and only that', () => {
    const [rule] = defaultPolicy.rules;
    if (!rule) throw new Error('the default policy has rules');
    const asking = (teamId: string) => ({
      ...rule,
      require: { approvals: 1, from: { type: 'team' as const, teamId } },
    });
    const policy = { ...defaultPolicy, rules: [rule, asking('tm_here'), asking('tm_gone')] };
    expect(missingTeams(policy, [{ id: 'tm_here' }]).map((one) => one.path)).toEqual(['rules.2.require.from.teamId']);
    expect(missingTeams(defaultPolicy, [])).toEqual([]);
  });
});
