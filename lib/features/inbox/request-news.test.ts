import { describe, expect, it } from 'vitest';
import type { ReviewEvent } from '@/lib/domain/review/event';
import { requestNewsOf } from './request-news';

const about = { requestId: 'cr_1', actorId: 'us_rev', at: '2026-03-01T10:00:00.000Z', words: 'did it' };
const request = { authorId: 'us_ana', contributors: ['us_ana', 'us_ben'], status: 'in-review' as const };
const members = new Set(['us_ana', 'us_ben', 'us_rev', 'us_cy']);
const approved: ReviewEvent = { ...about, type: 'change-request.approved', verdictId: 'rv_1', itemIds: ['ev_1'] };
const asked: ReviewEvent = {
  ...about,
  actorId: 'us_ana',
  type: 'change-request.submitted',
  reviewerIds: ['us_rev', 'us_cy', 'us_ana', 'us_left'],
};
const toApproved: ReviewEvent = { ...about, type: 'change-request.status-changed', from: 'in-review', to: 'approved' };

const told = (events: readonly ReviewEvent[], over: Partial<Parameters<typeof requestNewsOf>[1]> = {}) =>
  requestNewsOf(events, { ...request, ...over }, members).map(({ userId, kind, important }) => [
    userId,
    kind,
    important,
  ]);

describe('news of a change request', () => {
  it('asks reviewers, but neither who sent it nor who has left', () => {
    expect(told([asked])).toEqual([
      ['us_rev', 'review-asked', true],
      ['us_cy', 'review-asked', true],
    ]);
  });

  it('asks nobody for a review of what is merged by now', () => {
    expect(told([asked], { status: 'merged' })).toEqual([]);
  });

  it('tells those a comment names that it is theirs to answer, also once the request is merged', () => {
    const named: ReviewEvent = {
      ...about,
      type: 'change-request.mentioned',
      userIds: ['us_cy', 'us_rev', 'us_left'],
      itemIds: [],
    };
    expect(told([named])).toEqual([['us_cy', 'mentioned', true]]);
    expect(told([named], { status: 'merged' })).toEqual([['us_cy', 'mentioned', true]]);
  });

  it('tells the author of an approval, and that it matters once nothing is missing', () => {
    expect(told([approved])).toEqual([['us_ana', 'approved', false]]);
    expect(told([approved, toApproved])).toEqual([['us_ana', 'approved', true]]);
  });

  it('tells everybody who wrote when changes are asked for', () => {
    const event: ReviewEvent = { ...about, type: 'change-request.changes-requested', verdictId: 'rv_1', itemIds: [] };
    expect(told([event])).toEqual([
      ['us_ana', 'changes-requested', true],
      ['us_ben', 'changes-requested', true],
    ]);
  });

  it('tells the giver of an approval that it no longer counts', () => {
    const event: ReviewEvent = {
      ...about,
      actorId: 'us_ben',
      type: 'change-request.approval-voided',
      verdictId: 'rv_1',
      reviewerId: 'us_rev',
      itemIds: ['ev_1'],
    };
    expect(told([event])).toEqual([['us_rev', 'approval-voided', true]]);
  });

  it('is one piece a person: the most pressing, with every reason', () => {
    const voided: ReviewEvent = {
      ...about,
      actorId: 'us_ana',
      type: 'change-request.approval-voided',
      verdictId: 'rv_1',
      reviewerId: 'us_rev',
      itemIds: ['ev_1'],
    };
    const [one, ...rest] = requestNewsOf([voided, { ...asked, reviewerIds: ['us_rev'] }], request, members);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ userId: 'us_rev', kind: 'review-asked', reasons: ['reviewer', 'review-asked'] });
  });
});
