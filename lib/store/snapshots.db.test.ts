import { describe, expect, it } from 'vitest';
import { prisma } from '../infra/db/client';
import { inTransaction } from '../infra/db/transaction';
import { writeRelease } from './merge';
import { findReleaseAt, listReleases } from './releases';
import { listFormerNames, listRevisions } from './revisions';
import { forgetSnapshots, loadSnapshot } from './snapshot-cache';
import { readSnapshot } from './snapshots';
import { createPlace, eventOf, proposeItems, releaseItems, releaseOf } from './store-fixture';

describe('a plan at a release', () => {
  it('holds what was merged until then and nothing later, with text of any kind', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const odd = eventOf('“Déjà” \\ "vu"\u{1F600}', 'Line one\nline "two" \\ \u2028 end');
    const kept = { ...eventOf('Kept'), namespace: 'com.example "x"' };
    await releaseItems(place, [odd, kept]);
    const renamed = { ...odd, name: 'Renamed' };
    await releaseItems(place, [renamed], [odd.id]);
    await releaseItems(place, [], [odd.id]);
    const at = async (release: number) => {
      const { snapshot } = await readSnapshot(prisma(), workspaceId, planId, release);
      return [...snapshot.items.values()].map(
        ({ revisionId: _r, version: _v, digest: _d, fromRelease: _f, ...item }) => item,
      );
    };
    expect(await at(0)).toEqual([]);
    expect(await at(1)).toEqual(expect.arrayContaining([odd, kept]));
    expect(await at(2)).toEqual(expect.arrayContaining([renamed, kept]));
    expect(await at(3)).toEqual([kept]);
    await expect(at(4)).rejects.toThrow('no release 4');
    await expect(readSnapshot(prisma(), (await createPlace()).workspaceId, planId, 1)).rejects.toThrow('no release 1');
  });

  it('is the same from memory, from its predecessor and from the database', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const [a, b, c] = [eventOf('A'), eventOf('B'), eventOf('C')];
    await releaseItems(place, [a, b, c]);
    const first = await loadSnapshot(prisma(), workspaceId, planId, 1);
    expect(await loadSnapshot(prisma(), workspaceId, planId, 1)).toBe(first);
    await releaseItems(place, [{ ...a, name: 'A2' }, eventOf('D')], [a.id, b.id]);
    await releaseItems(place, [{ ...a, name: 'A3' }], [a.id]);
    const near = await loadSnapshot(prisma(), workspaceId, planId, 3);
    forgetSnapshots();
    const fresh = await loadSnapshot(prisma(), workspaceId, planId, 3);
    expect(new Map([...near.items].sort())).toEqual(new Map([...fresh.items].sort()));
    expect(near.items.get(c.id)).toBe(first.items.get(c.id));
  });

  it('is not remembered from a transaction that may still fail', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const request = await proposeItems(place, []);
    const failed = inTransaction(async (tx) => {
      const item = eventOf('Never');
      await tx.item.createMany({ data: [{ id: item.id, planId, workspaceId, kind: 'event' }] });
      await writeRelease(tx, workspaceId, releaseOf(place, 1, request, [item]));
      expect((await loadSnapshot(tx, workspaceId, planId, 1)).items.size).toBe(1);
      throw new Error('no merge after all');
    });
    await expect(failed).rejects.toThrow('no merge after all');
    await releaseItems(place, [eventOf('A'), eventOf('B')]);
    expect((await loadSnapshot(prisma(), workspaceId, planId, 1)).items.size).toBe(2);
  });

  it('is found by its date, listed by item, and remembers former names', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const tx = prisma();
    const item = eventOf('Old Name');
    await releaseItems(place, [item]);
    const between = new Date();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await releaseItems(place, [eventOf('Other')]);
    await releaseItems(place, [{ ...item, name: 'New Name' }], [item.id]);
    expect(await findReleaseAt(tx, workspaceId, planId, between)).toBe(1);
    expect(await findReleaseAt(tx, workspaceId, planId, new Date(0))).toBe(0);
    const touching = await listReleases(tx, workspaceId, planId, { limit: 1, itemId: item.id });
    expect(touching).toMatchObject({ total: 2, items: [{ number: 3 }] });
    const rest = await listReleases(tx, workspaceId, planId, {
      limit: 1,
      itemId: item.id,
      cursor: touching.nextCursor ?? '',
    });
    expect(rest).toMatchObject({ nextCursor: null, items: [{ number: 1 }] });
    expect((await listReleases(tx, workspaceId, planId, { limit: 9, significance: 'meaning' })).total).toBe(0);
    const former = await listFormerNames(tx, workspaceId, planId, 3);
    expect(former).toEqual([{ itemId: item.id, kind: 'event', namespace: null, name: 'Old Name', untilRelease: 3 }]);
    const history = await listRevisions(tx, workspaceId, item.id);
    expect(history.map(({ fromRelease, toRelease }) => [fromRelease, toRelease])).toEqual([
      [1, 3],
      [3, null],
    ]);
  });
});
