import { describe, expect, it } from 'vitest';
import { prisma } from '../infra/db/client';
import { inTransaction } from '../infra/db/transaction';
import { addJob } from '../infra/jobs/add-job';
import { findBrokenAudit, listAudit, writeAudit } from './audit';
import { claimIdempotencyKey, finishIdempotencyKey } from './idempotency';
import { addImportChunk, createImport, readImport, readImportChunks, saveImport } from './imports';
import { addNotifications, countUnread, listNotifications, markNotifications } from './notifications';
import { countAttempt } from './rate-limits';
import { createPlace, type Place } from './store-fixture';

const record = (place: Place, detail: Record<string, unknown> = {}) => ({
  ...{ at: new Date(), actorId: place.userId, via: 'session:se_x', action: 'test.run', detail },
  ...{ subjectKind: 'plan', subjectId: place.planId },
});

describe('the audit chain', () => {
  it('numbers entries of racing transactions without gaps and holds', async () => {
    const place = await createPlace();
    const { workspaceId } = place;
    const write = (n: number) =>
      inTransaction(async (tx) => {
        await writeAudit(tx, workspaceId, record(place, { n, nothing: undefined, text: 'é "x"' }));
        if (n % 4 === 0) throw new Error('rolled back');
      }).catch(() => undefined);
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
    const page = await listAudit(prisma(), workspaceId, { limit: 10 });
    expect(page.total).toBe(15);
    expect(page.items.map(({ seq }) => seq)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6]);
    expect(await findBrokenAudit(prisma(), workspaceId)).toBeUndefined();
  });

  it('shows which entry was altered behind its back', async () => {
    const place = await createPlace();
    const { workspaceId } = place;
    for (let n = 0; n < 3; n += 1) await writeAudit(prisma(), workspaceId, record(place, { n }));
    const altered = inTransaction(async (tx) => {
      await tx.$executeRaw`alter table audit_entries disable trigger append_only`;
      await tx.$executeRaw`update audit_entries set detail = '{"n":9}' where workspace_id = ${workspaceId} and seq = 2`;
      const broken = await findBrokenAudit(tx, workspaceId);
      throw new Error(`broken at ${broken}`);
    });
    await expect(altered).rejects.toThrow('broken at 2');
  });
});

describe('an idempotency key', () => {
  it('is taken by one of ten and keeps the first reply', async () => {
    const { workspaceId, userId } = await createPlace();
    const place = { scope: workspaceId, userId, key: 'k-1' };
    const claims = Array.from({ length: 10 }, () =>
      claimIdempotencyKey(prisma(), { ...place, requestHash: 'h', createdAt: new Date() }),
    );
    expect((await Promise.all(claims)).filter((before) => before === undefined)).toHaveLength(1);
    await finishIdempotencyKey(prisma(), { ...place, status: 201, body: '{"a":1}' });
    await finishIdempotencyKey(prisma(), { ...place, status: 500, body: 'late' });
    const again = await claimIdempotencyKey(prisma(), { ...place, requestHash: 'h', createdAt: new Date() });
    expect(again).toMatchObject({ status: 201, body: '{"a":1}', requestHash: 'h' });
  });
});

describe('news', () => {
  it('is one row per person and subject, the same twice, and unread again when it goes on', async () => {
    const { workspaceId, userId, planId } = await createPlace();
    const tx = prisma();
    const at = new Date('2026-01-01T00:00:00Z');
    const news = { userId, planId, changeRequestId: null, release: null, subjectKey: 'x', payload: { n: 1 } };
    await addNotifications(tx, workspaceId, [{ ...news, reasons: ['watch'], at }]);
    await addNotifications(tx, workspaceId, [{ ...news, reasons: ['own', 'watch'], at }]);
    const inbox = () => listNotifications(tx, workspaceId, userId, { tab: 'inbox' }, { limit: 10 }, new Date());
    const [row] = (await inbox()).items;
    expect(row).toMatchObject({ reasons: ['watch', 'own'], payload: { n: 1 }, readAt: null });
    await markNotifications(tx, workspaceId, userId, [row?.id ?? ''], { readAt: at, doneAt: at });
    await addNotifications(tx, workspaceId, [{ ...news, reasons: ['watch'], at }]);
    expect((await inbox()).total).toBe(0);
    const later = new Date('2026-01-02T00:00:00Z');
    await addNotifications(tx, workspaceId, [{ ...news, payload: { n: 2 }, reasons: ['watch'], at: later }]);
    expect((await inbox()).items).toMatchObject([{ id: row?.id, payload: { n: 2 }, readAt: null, doneAt: null }]);
    expect(await countUnread(tx, workspaceId, userId, new Date())).toBe(1);
  });
});

describe('other records', () => {
  it('joins a job to the transaction that causes it', async () => {
    const { workspaceId, planId, userId } = await createPlace();
    const payload = { workspaceId, planId, requestId: 'cr_x', actorId: userId, events: [] };
    const jobs = () => prisma().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs where payload ->> 'workspaceId' = ${workspaceId}`;
    const failed = inTransaction(async (tx) => {
      await addJob(tx, 'tell', payload);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await jobs()).toEqual([{ n: 0 }]);
    await inTransaction((tx) => addJob(tx, 'tell', payload));
    expect(await jobs()).toEqual([{ n: 1 }]);
  });

  it('keeps an uploaded file in pieces and its findings', async () => {
    const { workspaceId, planId, userId } = await createPlace();
    const tx = prisma();
    const id = `im_${planId}`;
    await createImport(tx, workspaceId, {
      id,
      planId,
      createdById: userId,
      fileName: 'plan.csv',
      createdAt: new Date(),
    });
    await addImportChunk(tx, workspaceId, id, 0, new TextEncoder().encode('name,'));
    await addImportChunk(tx, workspaceId, id, 1, new TextEncoder().encode('meaning'));
    const pieces: Uint8Array[] = [];
    for await (const piece of readImportChunks(tx, workspaceId, id)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('name,meaning');
    await saveImport(tx, workspaceId, id, { status: 'staged', rowCount: 2, findings: [{ code: 'x' }], mapping: null });
    expect(await readImport(tx, workspaceId, id)).toMatchObject({
      status: 'staged',
      rowCount: 2,
      findings: [{ code: 'x' }],
      mapping: null,
    });
  });

  it('counts every one of twenty attempts at once and begins again after the window', async () => {
    const key = `test:${(await createPlace()).planId}`;
    const at = new Date(1_000_000);
    const counts = await Promise.all(Array.from({ length: 20 }, () => countAttempt(prisma(), key, 1_000, at)));
    expect(Math.max(...counts.map(({ count }) => count))).toBe(20);
    expect(await countAttempt(prisma(), key, 1_000, new Date(1_001_000))).toEqual({ count: 1, resetInMs: 1_000 });
  });
});
