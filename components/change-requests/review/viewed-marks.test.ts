import { describe, expect, it } from 'vitest';
import type { ChangeRow, VerdictView } from '@/lib/contracts/change-requests';
import { editedSince, reviewedState } from './since-review';
import { progressOf, viewedState, withMark } from './viewed-marks';

const change = (itemId: string, digest: string, significances: ChangeRow['significances'] = ['editorial']) =>
  ({ itemId, name: itemId, digest, baseDigest: 'base', significances }) as ChangeRow;

describe('what was viewed', () => {
  it('stays viewed until it is edited or its base moves', () => {
    const marks = withMark({}, change('a', '1'), true);
    expect(viewedState(marks, change('a', '1'))).toBe('viewed');
    expect(viewedState(marks, change('a', '2'))).toBe('edited');
    expect(viewedState(marks, { ...change('a', '1'), baseDigest: 'moved' })).toBe('edited');
    expect(viewedState(marks, change('b', '1'))).toBe('unseen');
    expect(viewedState(withMark(marks, change('a', '1'), false), change('a', '1'))).toBe('unseen');
  });

  it('is counted, and what matters and is not viewed is named', () => {
    const changes = [change('a', '1', ['meaning']), change('b', '1', ['breaking', 'additive']), change('c', '1')];
    const marks = withMark(withMark({}, change('a', '1'), true), change('b', 'earlier'), true);
    expect(progressOf(marks, changes)).toEqual({ seen: 1, total: 3, unseenLoud: [{ itemId: 'b', name: 'b' }] });
  });
});

describe('since my last review', () => {
  const verdict = (id: string, at: string, part: Partial<VerdictView> = {}) =>
    ({ id, at, reviewer: { id: 'me', name: 'Me' }, kind: 'approve', voided: [], ...part }) as VerdictView;
  const now = [change('a', '2'), change('b', '1')];

  it('is not known without a verdict, or after one of another browser that approved nothing', () => {
    expect(editedSince({ changes: now, verdicts: [] }, 'me', null)).toBeNull();
    const asked = verdict('v', '2026-01-01', { kind: 'request-changes' });
    expect(editedSince({ changes: now, verdicts: [asked] }, 'me', null)).toBeNull();
  });

  it('is what an edit voided of the approval', () => {
    const given = verdict('v', '2026-01-01', {
      voided: [
        { itemId: 'a', name: 'a' },
        { itemId: 'gone', name: 'gone' },
      ],
    });
    expect(editedSince({ changes: now, verdicts: [given] }, 'me', null)).toEqual(new Set(['a']));
  });

  it('is what differs from the state at the latest verdict, new items included', () => {
    const last = verdict('v2', '2026-01-02', { kind: 'request-changes' });
    const kept = reviewedState({ changes: [change('a', '1')] }, last);
    const view = { changes: now, verdicts: [verdict('v1', '2026-01-01'), last] };
    expect(editedSince(view, 'me', kept)).toEqual(new Set(['a', 'b']));
    expect(editedSince(view, 'other', kept)).toBeNull();
  });
});
