import { describe, expect, it } from 'vitest';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import { changedSince, coverable, hasApproved, isOnItsWay, mainMove, moveOf, startKind, withVerdict } from './decide';

function row(itemId: string, digest = 'a', baseDigest: string | null = 'b'): ChangeRow {
  return {
    itemId,
    kind: 'event',
    name: itemId,
    operation: 'changed',
    significance: 'meaning',
    significances: ['meaning'],
    breaks: { senders: false, readers: false },
    fields: [],
    version: null,
    versionBefore: null,
    digest,
    baseDigest,
    approvedBy: [],
    editedBy: [],
    unresolvedThreads: 0,
    conflict: false,
  };
}

const requirement: ChangeRequestView['requirements'][number] = {
  code: 'review.owner-approval',
  key: 'owners',
  words: '1 approval by Growth, who own it',
  met: false,
  who: { userIds: ['us_me'], words: 'Mei' },
  how: '',
  itemIds: ['ev_1'],
};

const may = (...moves: string[]) => ({
  moves: ['approve', 'merge', 'submit', 'request-changes'].map((move) => ({
    move,
    enabled: moves.includes(move),
    whyNot: moves.includes(move) ? null : `not ${move}`,
  })),
});

describe('what an approval covers', () => {
  const changes = [row('ev_1'), row('ev_2')];

  it('is everything for an approver', () => {
    expect(coverable({ changes, requirements: [] }, { userId: 'us_me', role: 'approver' })).toEqual(changes);
  });

  it('is what waits for an owner who is no approver', () => {
    const rows = coverable({ changes, requirements: [requirement] }, { userId: 'us_me', role: 'contributor' });
    expect(rows?.map((one) => one.itemId)).toEqual(['ev_1']);
  });

  it('is left to the server when nothing waits for the reader by name', () => {
    const met = { ...requirement, met: true };
    expect(coverable({ changes, requirements: [met] }, { userId: 'us_me', role: 'contributor' })).toBeNull();
    expect(coverable({ changes, requirements: [requirement] }, { userId: 'us_x', role: 'contributor' })).toBeNull();
  });
});

describe('what changed since it was read', () => {
  it('names edited, moved and new changes, and nothing else', () => {
    const read = [row('ev_1'), row('ev_2'), row('ev_3')];
    const now = [row('ev_1'), row('ev_2', 'edited'), row('ev_3', 'a', 'moved'), row('ev_4')];
    expect(changedSince(read, now).map((one) => one.itemId)).toEqual(['ev_2', 'ev_3', 'ev_4']);
    expect(changedSince(read, read)).toEqual([]);
  });
});

describe('a verdict on its way', () => {
  it('is added, and leaves what is there as it is', () => {
    const view = { verdicts: [], status: 'in-review' } as unknown as ChangeRequestView;
    const at = new Date('2026-05-01T10:00:00Z');
    const after = withVerdict(
      view,
      { kind: 'approve', body: 'Fine', mentions: [], covers: 2 },
      { userId: 'us_me', role: 'approver' },
      at,
    );
    expect(after.verdicts).toHaveLength(1);
    expect(after.status).toBe('in-review');
    expect(view.verdicts).toHaveLength(0);
    const [verdict] = after.verdicts;
    expect(verdict && isOnItsWay(verdict)).toBe(true);
    expect(verdict?.covers).toBe(2);
    expect(isOnItsWay({ id: 'rv_abc' })).toBe(false);
  });
});

describe('the loud button', () => {
  it('is the step that the state waits for', () => {
    expect(mainMove({ ...may('submit'), status: 'draft' }, false)).toBe('submit');
    expect(mainMove({ ...may('approve'), status: 'in-review' }, false)).toBe('verdict');
    expect(mainMove({ ...may('approve', 'merge'), status: 'approved' }, false)).toBe('merge');
    expect(mainMove({ ...may(), status: 'in-review' }, false)).toBe('merge');
    expect(mainMove({ ...may(), status: 'closed' }, false)).toBe('reopen');
  });
});

describe('an approval that stands', () => {
  const given = withVerdict(
    { verdicts: [] } as unknown as ChangeRequestView,
    { kind: 'approve', body: '', mentions: [], covers: 1 },
    { userId: 'us_me', role: 'approver' },
    new Date(),
  ).verdicts;

  it('leaves nothing to approve until an edit voids it or it is lifted', () => {
    expect(hasApproved({ verdicts: given }, 'us_me')).toBe(true);
    expect(hasApproved({ verdicts: given }, 'us_x')).toBe(false);
    const voided = given.map((one) => ({ ...one, voided: [{ itemId: 'ev_1', name: 'A' }] }));
    expect(hasApproved({ verdicts: voided }, 'us_me')).toBe(false);
    const lifted = given.map((one) => ({ ...one, lifted: { kind: 'withdrawn' as const, by: '', reason: '', at: '' } }));
    expect(hasApproved({ verdicts: lifted }, 'us_me')).toBe(false);
    expect(mainMove({ ...may('approve'), status: 'in-review' }, true)).toBe('merge');
  });
});

describe('the verdict to begin with', () => {
  it('is the wanted one, or a comment with the reason at hand', () => {
    expect(startKind(may('approve'), 'approve')).toBe('approve');
    expect(startKind(may(), 'approve')).toBe('comment');
    expect(moveOf(may(), 'approve')).toEqual({ enabled: false, whyNot: 'not approve' });
    expect(moveOf({ moves: [] }, 'merge')).toEqual({ enabled: false, whyNot: '' });
  });
});
