import { beforeAll, describe, expect, it, vi } from 'vitest';
import { goneAfterMs } from '@/lib/domain/review/attendance';
import { approvedRequest, createStage, type Stage } from '@/lib/features/testing/stage';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment, now } from '@/lib/infra/clock';
import { connect, prisma } from '@/lib/infra/db/client';
import { requireEnv } from '@/lib/infra/env';
import { liveHub } from '@/lib/infra/live/hub';
import { must } from '@/lib/kit/must';
import { listAttendances, sweepAttendances } from '@/lib/store/attendances';
import { readAuditHead } from '@/lib/store/audit';
import { removeMembership } from '@/lib/store/memberships';
import { attendRequest } from './attend-request';
import { leaveRequest } from './leave-request';

let stage: Stage;
let elsewhere: World;
let at: { plan: string; number: number };
let requestId: string;
let itemId: string;

beforeAll(async () => {
  [stage, elsewhere] = await Promise.all([createStage(), createWorld()]);
  itemId = stage.itemIds[0] ?? '';
  const view = await approvedRequest(stage, { [itemId]: { meaning: 'Said in other words.' } });
  at = { plan: stage.plan, number: view.number };
  requestId = view.id;
});

const attend = (who: Persona, tab: string, item: string | null = null, isEditing = false) =>
  attendRequest(who.actor, { ...at, tab: `tab-${tab}-0`, itemId: item, isEditing });
const leave = (who: Persona, tab: string) => leaveRequest(who.actor, { ...at, tab: `tab-${tab}-0` });
const seenBy = async (who: Persona) => must(await attend(who, 'watcher')).people;

/** What a person of the stage's workspace is told meanwhile, by whatever process. */
async function heardBy(who: Persona) {
  const heard: (number | null)[] = [];
  await new Promise<void>((listening) => {
    const stop = liveHub().join({
      ...{ workspaceId: stage.world.workspaceId, userId: who.userId, end: () => undefined },
      listening,
      hear: ({ action, number }) => action === 'attendance.change' && heard.push(number),
    });
    stops.push(stop);
  });
  return heard;
}
const stops: (() => void)[] = [];

describe('who is in a request', () => {
  it('is seen by the others, on its item, once for all tabs, and not any more when the last tab leaves', async () => {
    const { author, reviewer } = stage;
    const before = await readAuditHead(prisma(), stage.world.workspaceId);
    expect(must(await attend(author, 'one', itemId)).people).toEqual([]);
    must(await attend(author, 'two', itemId, true));
    const person = { id: author.userId, name: author.name };
    expect(await seenBy(reviewer)).toEqual([{ ...person, at: [{ itemId, isEditing: true }] }]);
    must(await leave(author, 'two'));
    expect(await seenBy(reviewer)).toEqual([{ ...person, at: [{ itemId, isEditing: false }] }]);
    must(await leave(author, 'one'));
    expect(await seenBy(reviewer)).toEqual([]);
    must(await leave(reviewer, 'watcher'));
    expect(await readAuditHead(prisma(), stage.world.workspaceId)).toBe(before);
  });

  it('is told to those who are there alone, when somebody comes, moves or goes, and not at each beat', async () => {
    const { author, reviewer, helper } = stage;
    const heard = await heardBy(reviewer);
    const outside = await heardBy(helper);
    must(await attend(author, 'one'));
    must(await attend(reviewer, 'watcher'));
    must(await attend(author, 'one'));
    must(await attend(author, 'one', itemId));
    must(await attend(author, 'one', itemId));
    must(await leave(author, 'one'));
    must(await leave(author, 'one'));
    await vi.waitFor(() => expect(heard).toEqual([at.number, at.number]), { timeout: 20_000 });
    expect(outside).toEqual([]);
    must(await leave(reviewer, 'watcher'));
    for (const stop of stops) stop();
  });

  it('is the same for another process, which has its own connection', async () => {
    must(await attend(stage.author, 'one', itemId));
    const other = connect(requireEnv('databaseUrl'), 1);
    const after = new Date(now().getTime() - goneAfterMs);
    const tabs = await listAttendances(other, stage.world.workspaceId, requestId, after);
    expect(tabs.map(({ userId }) => userId)).toEqual([stage.author.userId]);
    expect(await listAttendances(other, elsewhere.workspaceId, requestId, after)).toEqual([]);
    await other.$disconnect();
    must(await leave(stage.author, 'one'));
  });

  it('is found by whoever came last, when two come at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.all([attend(stage.author, 'one'), attend(stage.reviewer, 'watcher')]);
      expect(both.some((one) => must(one).people.length === 1)).toBe(true);
      await Promise.all([leave(stage.author, 'one'), leave(stage.reviewer, 'watcher')]);
    }
  });

  it('is nobody who fell silent, nor who is no member any more', async () => {
    const { author, reviewer, helper } = stage;
    await Promise.all([attend(author, 'one'), attend(helper, 'one')]);
    expect(await seenBy(reviewer)).toHaveLength(2);
    const seenAt = new Date(now().getTime() - goneAfterMs - 1);
    await prisma().attendance.updateMany({ where: { userId: author.userId }, data: { seenAt } });
    await removeMembership(prisma(), stage.world.workspaceId, helper.userId);
    expect(await seenBy(reviewer)).toEqual([]);
    // Whoever comes next forgets the silent for good; requests that nobody opens again are swept.
    const own = { changeRequestId: requestId };
    expect(await prisma().attendance.count({ where: { ...own, userId: author.userId } })).toBe(0);
    await sweepAttendances(prisma(), new Date(now().getTime() + 1));
    expect(await prisma().attendance.count({ where: own })).toBe(0);
  });

  it('is kept for a person’s latest tabs only', async () => {
    for (let tab = 0; tab < 20; tab += 1) must(await attend(stage.author, `many-${tab}`));
    expect(await prisma().attendance.count({ where: { changeRequestId: requestId } })).toBe(12);
    await sweepAttendances(prisma(), new Date(now().getTime() + 1));
  });
});

describe('what is not let in', () => {
  it('is a person of another workspace: the request does not exist for them', async () => {
    must(await attend(stage.author, 'one', itemId));
    const { admin } = elsewhere.people;
    expect(await attend(admin, 'one')).toEqual({ ok: false, error: { code: 'change-request.not-found' } });
    expect(await leave(admin, 'one')).toEqual({ ok: false, error: { code: 'change-request.not-found' } });
    expect(await seenBy(stage.reviewer)).toHaveLength(1);
  });

  it('is a token, which looks at nothing, and a person without measure', async () => {
    const { viewer } = stage.world.people;
    const via = { kind: 'token', tokenId: 'tk_any', scopes: ['read', 'propose', 'review', 'admin'] } as const;
    const asked = { ...at, tab: 'tab-of-a-script', itemId: null, isEditing: false };
    expect(await attendRequest({ ...viewer.actor, via }, asked)).toMatchObject({ error: { code: 'access.denied' } });
    const codes = new Set<string>();
    // At one moment: on a slow machine the measure would be full again before it is used up.
    await atMoment(now(), async () => {
      for (let beat = 0; beat < 260 && !codes.has('attendance.too-many'); beat += 1) {
        const done = await attend(viewer, 'eager');
        codes.add(done.ok ? 'ok' : done.error.code);
      }
    });
    expect([...codes]).toEqual(['ok', 'attendance.too-many']);
  });
});
