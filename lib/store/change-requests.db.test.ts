import { describe, expect, it } from 'vitest';
import { prisma } from '../infra/db/client';
import { inTransaction } from '../infra/db/transaction';
import { newId } from '../kit/id';
import { listChangeRequests } from './change-request-list';
import { lockChangeRequest, readChangeRequest, readChangeRequestById, saveChangeRequest } from './change-requests';
import { listOpenTouching, readReviewedContents } from './changes';
import { createOf, createPlace, eventOf, must, proposeItems, releaseItems, requireRequest } from './store-fixture';

describe('a stored change request', () => {
  it('comes back as it was saved, with verdicts, lifts, acknowledgements and overturns', async () => {
    const place = await createPlace();
    const { workspaceId, userId, planId } = place;
    const present = eventOf('Present');
    await releaseItems(place, [present]);
    const added = eventOf('Added "now"');
    const id = await proposeItems(place, [added]);
    const before = await requireRequest(prisma(), workspaceId, id);
    const revision = await prisma().revision.findFirstOrThrow({ where: { itemId: present.id } });
    const base = { revisionId: revision.id, digest: revision.digest };
    const created = must(before.changes[0]);
    const claim = { kind: 'clarification' as const, field: 'meaning', member: null, part: null };
    const removal = {
      ...{ id: newId('ch'), operation: 'remove' as const, itemId: present.id, item: null, base },
      digest: 'removed',
    };
    const cover = { itemId: added.id, digest: created.digest, baseDigest: null };
    const at = '2026-03-01T10:00:00.123Z';
    const verdict = {
      id: newId('ve'),
      reviewerId: userId,
      kind: 'approve' as const,
      body: 'Fine',
      covers: [cover],
      at,
    };
    const after = {
      ...before,
      status: 'in-review' as const,
      changes: [created, { ...removal, claims: [claim], editedBy: [userId], wordingOf: [cover] }],
      verdicts: [verdict],
      lifts: [
        { id: newId('vl'), verdictId: verdict.id, kind: 'withdrawn' as const, by: userId, reason: 'Too early', at },
      ],
      acknowledgements: [{ id: newId('ac'), consumerId: present.id, userId, covers: [cover], at }],
      overturns: [{ itemId: present.id, field: 'meaning', member: null, part: null, by: userId, at }],
      reviewerIds: [userId],
    };
    expect(await inTransaction((tx) => saveChangeRequest(tx, workspaceId, before, after))).toBe(true);
    const read = must(await readChangeRequest(prisma(), workspaceId, planId, before.number));
    const { updatedAt: _u, submittedAt, lockVersion, ...rest } = read;
    const { updatedAt: _v, submittedAt: _s, lockVersion: _l, ...expected } = after;
    expect(rest).toEqual(expected);
    expect(submittedAt).not.toBeNull();
    expect(lockVersion).toBe(before.lockVersion + 1);
    const contents = await readReviewedContents(prisma(), workspaceId, [created.digest]);
    expect(contents.get(created.digest)).toEqual({ namespace: null, name: added.name, content: added.content });
    const touching = await listOpenTouching(prisma(), workspaceId, planId, [present.id], before.id);
    expect(touching.map(({ number }) => number)).toEqual([1]);
    const dropped = {
      ...read,
      changes: read.changes.filter((change) => change.itemId === added.id),
      reviewerIds: [],
    };
    await inTransaction((tx) => saveChangeRequest(tx, workspaceId, read, dropped));
    const last = await requireRequest(prisma(), workspaceId, id);
    expect(last).toMatchObject({ reviewerIds: [], changes: [{ itemId: added.id }] });
  });

  it('is written by one of ten who read the same version', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const id = await proposeItems(place, []);
    const before = await requireRequest(prisma(), workspaceId, id);
    const writes = Array.from({ length: 10 }, (_, n) =>
      inTransaction((tx) => saveChangeRequest(tx, workspaceId, before, { ...before, title: `Title ${n}` })),
    );
    expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    const edits = Array.from({ length: 10 }, () =>
      inTransaction(async (tx) => {
        const locked = must(await lockChangeRequest(tx, workspaceId, planId, before.number));
        const more = createOf(eventOf(newId('x')), place.userId);
        return saveChangeRequest(tx, workspaceId, locked, { ...locked, changes: [...locked.changes, more] });
      }),
    );
    expect((await Promise.all(edits)).filter(Boolean)).toHaveLength(10);
    expect((await requireRequest(prisma(), workspaceId, id)).changes).toHaveLength(10);
  });

  it('does not exist for another workspace', async () => {
    const mine = await createPlace();
    const theirs = await createPlace();
    const id = await proposeItems(mine, []);
    expect(await readChangeRequestById(prisma(), theirs.workspaceId, id)).toBeUndefined();
    expect(await lockChangeRequest(prisma(), theirs.workspaceId, mine.planId, 1)).toBeUndefined();
    const before = await requireRequest(prisma(), mine.workspaceId, id);
    expect(await saveChangeRequest(prisma(), theirs.workspaceId, before, { ...before, title: 'Taken' })).toBe(false);
  });

  it('is listed by item, number and words, page by page', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const item = eventOf('Listed');
    await proposeItems(place, [item]);
    await proposeItems(place, []);
    await proposeItems(place, []);
    const list = (filter: Parameters<typeof listChangeRequests>[2], cursor?: string) =>
      listChangeRequests(prisma(), workspaceId, { planId, ...filter }, { limit: 2, cursor });
    const first = await list({ statuses: ['draft'] });
    expect(first.items.map(({ number }) => number)).toEqual([3, 2]);
    expect((await list({}, first.nextCursor ?? '')).items.map(({ number }) => number)).toEqual([1]);
    expect((await list({ itemId: item.id })).items).toMatchObject([{ number: 1, changeCount: 1, status: 'draft' }]);
    expect((await list({ q: '#2' })).items.map(({ number }) => number)).toEqual([2]);
    expect((await list({ q: 'request 3' })).total).toBe(1);
    expect((await list({ notContributorId: place.userId })).total).toBe(0);
  });
});
