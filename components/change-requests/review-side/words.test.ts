import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/client/http';
import type { ChangeRequestView, FindingView } from '@/lib/contracts/change-requests';
import {
  activityWords,
  byRule,
  isStale,
  liftedWords,
  namesInRow,
  refusalWords,
  requirementItems,
  standingWords,
  unseenWords,
  verdictButton,
  verdictWords,
  voidedWords,
} from './words';

const item = (name: string) => ({ itemId: `ev_${name}`, name });

describe('verdicts in words', () => {
  it('says how much an approval covers by now', () => {
    expect(verdictWords({ kind: 'approve', covers: 4, voided: [] }, 4)).toBe('approved, covers all 4 changes');
    expect(verdictWords({ kind: 'approve', covers: 4, voided: [item('a')] }, 4)).toBe('approved, covers 3 of 4');
    expect(verdictWords({ kind: 'approve', covers: 1, voided: [] }, 1)).toBe('approved, covers all 1 change');
    expect(verdictWords({ kind: 'request-changes', covers: 0, voided: [] }, 4)).toBe('asked for changes');
    expect(verdictWords({ kind: 'comment', covers: 0, voided: [] }, 4)).toBe('commented');
  });

  it('names what an edit voided, and why', () => {
    const changes = [item('Signup'), item('B')];
    expect(voidedWords({ voided: [] }, changes)).toBe('');
    expect(voidedWords({ voided: [item('Signup')] }, changes)).toBe(
      'Does not cover Signup any more: edited, or updated with the plan, after this approval.',
    );
    expect(voidedWords({ voided: [item('Signup'), item('Gone')] }, changes)).toContain(
      'Gone was taken out of the request.',
    );
  });

  it('says how a verdict ended', () => {
    const at = '2026-05-01T10:00:00Z';
    expect(liftedWords({ kind: 'withdrawn', by: 'Mei', reason: '', at })).toBe('Withdrawn.');
    expect(liftedWords({ kind: 'withdrawn', by: 'Mei', reason: 'Approved', at })).toBe('Lifted by approving.');
    expect(liftedWords({ kind: 'dismissed', by: 'Mei', reason: 'On leave', at })).toBe('Dismissed by Mei: On leave');
    expect(liftedWords({ kind: 'dismissed', by: 'Mei', reason: ' ', at })).toBe('Dismissed by Mei.');
  });

  it('puts on the button what it does', () => {
    expect(verdictButton('approve', 4, 4)).toBe('Approve 4 changes');
    expect(verdictButton('approve', 3, 4)).toBe('Approve 3 of 4 changes');
    expect(verdictButton('approve', 1, 1)).toBe('Approve');
    expect(verdictButton('approve', null, 4)).toBe('Approve');
    expect(verdictButton('request-changes', 4, 4)).toBe('Request changes');
    expect(verdictButton('comment', 4, 4)).toBe('Comment');
  });

  it('names what was not viewed once, and nothing when all was', () => {
    expect(unseenWords([])).toBe('');
    expect(unseenWords([{ name: 'A' }])).toBe('Not marked as viewed: A. It changes a meaning or breaks something.');
    expect(unseenWords([{ name: 'A' }, { name: 'B' }])).toContain('A and B. They change a meaning or break something.');
  });
});

describe('names in a row', () => {
  it('counts those that do not fit', () => {
    expect(namesInRow([])).toBe('');
    expect(namesInRow(['A'])).toBe('A');
    expect(namesInRow(['A', 'B', 'C'])).toBe('A, B and C');
    expect(namesInRow(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
  });
});

describe('requirements in words', () => {
  const requirement = (
    words: string,
    met: boolean,
    itemIds: string[] = [],
  ): ChangeRequestView['requirements'][number] => ({
    code: 'review.approvals',
    key: words,
    words,
    met,
    who: { userIds: [], words: '' },
    how: '',
    itemIds,
  });
  const moves = [{ move: 'merge', enabled: false, whyNot: 'Merging needs the role of a contributor.' }];

  it('names what is missing, one by name and the rest by number', () => {
    const one = [requirement('1 approval by Growth', false), requirement('met', true)];
    expect(standingWords({ status: 'in-review', moves, requirements: one })).toBe('Missing: 1 approval by Growth.');
    const two = [...one, requirement('more', false)];
    expect(standingWords({ status: 'in-review', moves, requirements: two })).toBe(
      'Missing: 1 approval by Growth, and 1 more.',
    );
  });

  it('says that nothing is missing, or why the reader cannot merge all the same', () => {
    const met = [requirement('met', true)];
    expect(standingWords({ status: 'approved', moves, requirements: met })).toBe(
      'Merging needs the role of a contributor.',
    );
    const able = [{ move: 'merge', enabled: true, whyNot: null }];
    expect(standingWords({ status: 'approved', moves: able, requirements: met })).toBe('Every requirement is met.');
    expect(standingWords({ status: 'closed', moves, requirements: [] })).toBe('Closed without merging.');
    expect(standingWords({ status: 'merged', moves, requirements: [] })).toBe('');
  });

  it('names its items only when it is not about all of them', () => {
    const changes = [
      { itemId: 'ev_a', name: 'A' },
      { itemId: 'ev_b', name: 'B' },
    ] as ChangeRequestView['changes'];
    expect(requirementItems(requirement('x', false, ['ev_a']), { changes })).toBe('A');
    expect(requirementItems(requirement('x', false, ['ev_a', 'ev_b']), { changes })).toBe('');
    expect(requirementItems(requirement('x', true, ['ev_a']), { changes })).toBe('');
  });
});

describe('activity', () => {
  it('tells everybody what was recorded for one', () => {
    expect(activityWords('Your approval of Signed Up no longer counts: it was edited after you read it.')).toBe(
      'voided an approval of Signed Up by an edit',
    );
    expect(activityWords('approved')).toBe('approved');
  });
});

describe('refusals', () => {
  const refused = (status: number, code: string) => new ApiError({ status, code, title: 'No', detail: 'Because.' });

  it('says look again when somebody was faster, and the reason otherwise', () => {
    expect(isStale(refused(412, 'change-request.stale'))).toBe(true);
    expect(isStale(refused(409, 'review.stale'))).toBe(true);
    expect(isStale(refused(409, 'conflict'))).toBe(true);
    expect(isStale(refused(409, 'review.own-change'))).toBe(false);
    expect(isStale(new Error('x'))).toBe(false);
    expect(refusalWords(refused(412, 'change-request.stale'), 'Your note is kept.')).toBe(
      'This changed while you read; look again. Your note is kept.',
    );
    expect(refusalWords(refused(403, 'review.own-change'))).toBe('Because.');
  });
});

describe('findings', () => {
  it('are grouped by rule, errors first', () => {
    const finding = (rule: string, severity: string, name: string): FindingView => ({
      rule,
      severity,
      itemId: name,
      name,
      field: null,
      words: '',
      excuse: null,
    });
    const groups = byRule([
      finding('casing', 'warning', 'a'),
      finding('missing-meaning', 'error', 'b'),
      finding('casing', 'warning', 'c'),
    ]);
    expect(groups.map((group) => [group.label, group.isError, group.findings.length])).toEqual([
      ['Missing meaning', true, 1],
      ['Casing', false, 2],
    ]);
  });
});
