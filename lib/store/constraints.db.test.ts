import { describe, expect, it } from 'vitest';
import { prisma } from '../infra/db/client';
import { inTransaction } from '../infra/db/transaction';
import { writeAudit } from './audit';
import { refusalOf } from './errors';
import { writeRelease } from './merge';
import { createPlace, eventOf, proposeItems, releaseItems, releaseOf } from './store-fixture';

async function refusal(work: Promise<unknown>) {
  return work.then(
    () => 'accepted',
    (error: unknown) => refusalOf(error) ?? error,
  );
}

describe('the database itself', () => {
  it('refuses two revisions of an item that overlap', async () => {
    const place = await createPlace();
    const item = eventOf('Signed Up');
    await releaseItems(place, [item]);
    const request = await proposeItems(place, []);
    const twice = inTransaction((tx) =>
      writeRelease(tx, place.workspaceId, releaseOf(place, 2, request, [{ ...item, name: 'Other' }])),
    );
    expect(await refusal(twice)).toMatchObject({ code: 'overlap', by: 'revisions_no_overlap' });
  });

  it('refuses two current items of a kind with one folded name, and allows them in two namespaces', async () => {
    const place = await createPlace();
    await releaseItems(place, [eventOf('Signed Up'), { ...eventOf('Signed Up'), namespace: 'billing' }]);
    expect(await refusal(releaseItems(place, [eventOf('signed up')]))).toMatchObject({
      code: 'unique',
      by: 'revisions_current_name_key',
    });
  });

  it('allows two items to swap their names in one release', async () => {
    const place = await createPlace();
    const a = eventOf('A');
    const b = eventOf('B');
    await releaseItems(place, [a, b]);
    const swapped = [
      { ...a, name: 'B' },
      { ...b, name: 'A' },
    ];
    expect(await releaseItems(place, swapped, [a.id, b.id])).toBe(2);
  });

  it('refuses a row that belongs to another workspace than its parent', async () => {
    const mine = await createPlace();
    const theirs = await createPlace();
    const item = prisma().item.createMany({
      data: [{ id: eventOf('x').id, planId: theirs.planId, workspaceId: mine.workspaceId, kind: 'event' }],
    });
    expect(await refusal(item)).toMatchObject({ code: 'foreign-key' });
    const watch = prisma().watch.createMany({
      data: [
        {
          ...{ id: 'wa_x', workspaceId: theirs.workspaceId, planId: theirs.planId, userId: mine.userId },
          ...{ targetKind: 'plan', targetId: theirs.planId, level: 'all' },
        },
      ],
    });
    expect(await refusal(watch)).toMatchObject({ code: 'foreign-key' });
  });

  it('refuses a release that skips a number, whoever writes it', async () => {
    const place = await createPlace();
    const request = await proposeItems(place, []);
    await prisma().plan.update({ where: { id: place.planId }, data: { headRelease: 4 } });
    const late = inTransaction((tx) => writeRelease(tx, place.workspaceId, releaseOf(place, 5, request, [])));
    expect(await refusal(late)).toMatchObject({ code: 'gap' });
  });

  it('refuses to rewrite or delete history, and closes a revision only once', async () => {
    const place = await createPlace();
    const { workspaceId, planId } = place;
    const item = eventOf('Signed Up');
    await releaseItems(place, [item]);
    await releaseItems(place, [], [item.id]);
    await writeAudit(prisma(), workspaceId, {
      ...{ at: new Date(), actorId: null, via: 'system', action: 'test.run' },
      ...{ subjectKind: 'plan', subjectId: planId, detail: {} },
    });
    const tx = prisma();
    const attempts = [
      tx.revision.updateMany({ where: { itemId: item.id }, data: { name: 'Rewritten' } }),
      tx.revision.updateMany({ where: { itemId: item.id }, data: { toRelease: null } }),
      tx.revision.deleteMany({ where: { itemId: item.id } }),
      tx.release.updateMany({ where: { planId }, data: { summary: {} } }),
      tx.release.deleteMany({ where: { planId } }),
      tx.auditEntry.updateMany({ where: { workspaceId }, data: { action: 'test.other' } }),
      tx.auditEntry.deleteMany({ where: { workspaceId } }),
      tx.contributor.deleteMany({ where: { workspaceId } }),
      tx.contributor.updateMany({ where: { workspaceId }, data: { how: 'nothing' } }),
      tx.$executeRaw`truncate audit_entries cascade`,
    ];
    for (const attempt of attempts) expect(await refusal(attempt)).toMatchObject({ code: 'history' });
  });

  it('refuses to touch the changes of a merged request', async () => {
    const place = await createPlace();
    const item = eventOf('Signed Up');
    const id = await proposeItems(place, [item]);
    await inTransaction((tx) => writeRelease(tx, place.workspaceId, releaseOf(place, 1, id, [item])));
    const tx = prisma();
    await tx.changeRequest.update({
      where: { id },
      data: { status: 'MERGED', mergedRelease: 1, mergedAt: new Date() },
    });
    const where = { changeRequestId: id };
    expect(await refusal(tx.change.deleteMany({ where }))).toMatchObject({ code: 'history' });
    expect(await refusal(tx.change.updateMany({ where, data: { name: 'x' } }))).toMatchObject({ code: 'history' });
  });
});
