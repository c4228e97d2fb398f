import { describe, expect, it, vi } from 'vitest';
import { attendanceKey } from './attendance';
import { changeRequestKeys } from './change-requests';
import { inboxKeys } from './inbox-count';
import { itemKeys } from './items';
import { keysOf } from './live-news';

// Keys need no React; only what lies beside them does.
vi.mock('@tanstack/react-query', () => ({
  queryOptions: (options: object) => options,
  infiniteQueryOptions: (options: object) => options,
  useMutation: () => undefined,
  useQueryClient: () => undefined,
}));

const place = { workspace: 'acme', plan: 'shop' };
const of = (action: string, number: number | null = null, plan: string | null = place.plan) =>
  keysOf('acme', { seq: 1, action, plan, number });

describe('what a change makes old', () => {
  it('is the discussion alone, with what counts it', () => {
    expect(of('thread.reply', 7)).toEqual([
      changeRequestKeys.view(place, 7),
      changeRequestKeys.threads(place, 7),
      ['activity', 'acme'],
    ]);
  });

  it('is everything that shows the plan, after a merge', () => {
    expect(of('change-request.merged', 7)).toEqual(
      expect.arrayContaining([changeRequestKeys.all(place), itemKeys.all(place), ['releases', 'acme', 'shop']]),
    );
  });

  it('is no diff of a request, unless it was edited', () => {
    expect(of('change-request.approved', 7)).not.toContainEqual(changeRequestKeys.one(place, 7));
    expect(of('change-request.edited', 7)).toContainEqual(changeRequestKeys.one(place, 7));
    expect(of('change-request.edited', 7)).toContainEqual(changeRequestKeys.lists(place));
  });

  it('is what is pinned, when something is pinned or ended', () => {
    expect(of('announcement.end')).toEqual([
      ['activity', 'acme'],
      ['announcements', 'acme', 'shop'],
    ]);
  });

  it('is who is in a request, and nothing of the request', () => {
    expect(of('attendance.change', 7)).toEqual([attendanceKey(place, 7)]);
  });

  it('is the inbox and what waits for the reader', () => {
    expect(of('inbox.update', null, null)).toEqual([inboxKeys.all('acme'), ['home', 'acme']]);
  });

  it('is nothing where no screen shows it', () => {
    expect(of('workspace.update', null, null)).toEqual([]);
  });
});
