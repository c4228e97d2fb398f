import { beforeAll, describe, expect, it } from 'vitest';
import { askEmergencySchema } from '@/lib/contracts/emergency-merges';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import type { Result } from '@/lib/kit/result';
import { findBrokenAudit } from '@/lib/store/audit';
import { checkInvariants } from '@/lib/store/check-invariants';
import { createPlan } from '@/lib/store/plans';
import { createChangeRequest } from './create-change-request';
import { editChange } from './edit-change';
import { mergeChangeRequest } from './merge-change-request';
import { askEmergency, confirmEmergencyOf, reviewEmergency, withdrawEmergencyOf } from './move-emergency';
import { approveChangeRequest, requestChangesOf } from './moves';
import { listOpenEmergencies, readEmergencies } from './read-emergencies';

const plan = 'web';
const reason = 'The shop is down';
let world: World;
let third: Persona;

beforeAll(async () => {
  world = await createWorld();
  third = await addPerson(world.workspaceId, 'approver');
  await createPlan(prisma(), world.workspaceId, {
    ...{ id: newId('pl'), slug: plan, name: 'Web', description: '', stages: [], createdAt: new Date() },
    policy: defaultPolicy,
    conventions: defaultConventions,
  });
});

const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.error.code);
let count = 0;
async function propose(by = world.people.contributor) {
  count += 1;
  const items = [{ kind: 'event', namespace: null, name: `Event ${count}`, content: { meaning: 'It happens.' } }];
  const input = { plan, title: 'Hotfix', reason: '', items, submit: true } as never;
  return must(await createChangeRequest(by.actor, input));
}

async function expectWhole() {
  const checked = await inTransaction((tx) => checkInvariants(tx, world.workspaceId));
  expect(checked.filter((one) => one.violations > 0)).toEqual([]);
  expect(await findBrokenAudit(prisma(), world.workspaceId)).toBeUndefined();
}

describe('an emergency merge', () => {
  it('merges by two people, keeps its banner until a third has looked, and is on record', async () => {
    const { number } = await propose();
    const { admin, approver } = world.people;
    const place = { plan, number };
    expect(codeOf(await mergeChangeRequest(admin.actor, place))).toBe('review.gates');
    must(await askEmergency(admin.actor, { ...place, reason }));
    expect(codeOf(await mergeChangeRequest(admin.actor, place))).toBe('review.gates');
    const [waiting] = must(await listOpenEmergencies(approver.actor, { plan })).items;
    expect(waiting).toMatchObject({ number, state: 'waiting', reason, may: { confirm: { enabled: true } } });
    const merged = must(await confirmEmergencyOf(approver.actor, place));
    expect(merged).toMatchObject({ release: 1, changes: 1 });

    const banner = must(await listOpenEmergencies(world.people.viewer.actor, { plan })).items[0];
    expect(banner).toMatchObject({
      state: 'merged',
      release: 1,
      askedBy: { id: admin.userId },
      confirmedBy: { id: approver.userId },
    });
    expect(banner?.missing[0]).toContain('approval');
    expect(codeOf(await reviewEmergency(admin.actor, { ...place, note: '' }))).toBe('emergency.same-person');
    expect(codeOf(await reviewEmergency(approver.actor, { ...place, note: '' }))).toBe('emergency.same-person');
    must(await reviewEmergency(third.actor, { ...place, note: 'Read, all fine.' }));
    expect(codeOf(await reviewEmergency(third.actor, { ...place, note: '' }))).toBe('emergency.reviewed');
    expect(must(await listOpenEmergencies(admin.actor, { plan })).items).toEqual([]);
    expect(must(await readEmergencies(admin.actor, place)).items[0]).toMatchObject({
      state: 'reviewed',
      note: 'Read, all fine.',
    });
    const actions = await prisma().auditEntry.findMany({
      where: { workspaceId: world.workspaceId, action: { startsWith: 'change-request.emergency' } },
      orderBy: { seq: 'asc' },
    });
    expect(actions.map((entry) => entry.action.split('.')[1])).toEqual([
      'emergency-asked',
      'emergency-confirmed',
      'emergency-reviewed',
    ]);
    await expectWhole();
  });

  it('refuses everybody and everything that it must, beside what it allows', async () => {
    const { admin, approver, contributor, viewer } = world.people;
    const { number, lockVersion, changes } = await propose();
    const place = { plan, number };
    const input = { ...place, reason };
    expect(askEmergencySchema.safeParse({ reason: '' }).success).toBe(false);
    expect(codeOf(await askEmergency(admin.actor, { ...place, reason: ' \n' }))).toBe('review.reason-missing');
    for (const one of [contributor, viewer]) expect(codeOf(await askEmergency(one.actor, input))).toBe('access.denied');
    expect(codeOf(await askEmergency(approver.actor, input))).toBe('review.not-allowed');
    expect(codeOf(await askEmergency(admin.actor, { ...input, ifMatch: lockVersion - 1 }))).toBe(
      'change-request.stale',
    );
    const scopes = ['read', 'propose', 'review', 'admin'] as const;
    const token = { kind: 'token' as const, tokenId: 'tk_1', scopes: [...scopes] };
    expect(codeOf(await askEmergency({ ...admin.actor, via: token }, input))).toBe('access.denied');
    expect(codeOf(await confirmEmergencyOf(approver.actor, place))).toBe('emergency.not-found');
    must(await askEmergency(admin.actor, { ...input, ifMatch: lockVersion }));
    expect(codeOf(await askEmergency(admin.actor, input))).toBe('emergency.waiting');
    expect(codeOf(await confirmEmergencyOf(admin.actor, place))).toBe('emergency.same-person');
    for (const one of [contributor, viewer])
      expect(codeOf(await confirmEmergencyOf(one.actor, place))).toBe('access.denied');
    expect(codeOf(await confirmEmergencyOf({ ...approver.actor, via: token }, place))).toBe('access.denied');
    expect(codeOf(await withdrawEmergencyOf(approver.actor, place))).toBe('review.not-allowed');
    const stranger = await createWorld();
    expect(codeOf(await confirmEmergencyOf(stranger.people.admin.actor, place))).toBe('plan.not-found');
    must(await withdrawEmergencyOf(admin.actor, place));
    expect(codeOf(await confirmEmergencyOf(approver.actor, place))).toBe('emergency.not-found');

    // An edit after the ask, a block, and an hour that is over.
    must(await askEmergency(admin.actor, input));
    const edit = { ...place, itemId: changes[0]?.itemId ?? '', fields: { meaning: 'Something else.' }, expected: {} };
    must(await editChange(contributor.actor, edit));
    expect(codeOf(await confirmEmergencyOf(approver.actor, place))).toBe('review.stale');
    must(await withdrawEmergencyOf(admin.actor, place));
    must(await askEmergency(admin.actor, input));
    must(await requestChangesOf(third.actor, { ...place, body: 'Not like this.' }));
    expect(codeOf(await confirmEmergencyOf(approver.actor, place))).toBe('review.gates');
    await prisma().emergencyMerge.updateMany({
      where: { workspaceId: world.workspaceId, mergedAt: null },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(codeOf(await confirmEmergencyOf(approver.actor, place))).toBe('emergency.not-found');
    await expectWhole();
  });

  it('merges once, whatever races with it', async () => {
    const { admin, approver, contributor } = world.people;
    for (let round = 0; round < 6; round += 1) {
      const view = await propose();
      const place = { plan, number: view.number };
      must(await askEmergency(admin.actor, { ...place, reason }));
      const itemId = view.changes[0]?.itemId ?? '';
      const covers = view.changes.map(({ itemId: id, digest, baseDigest }) => ({ itemId: id, digest, baseDigest }));
      const results = await Promise.all([
        ...[approver, third, approver, third].map((one) => confirmEmergencyOf(one.actor, place)),
        mergeChangeRequest(contributor.actor, place),
        withdrawEmergencyOf(admin.actor, place),
        approveChangeRequest(third.actor, { ...place, covers, body: '' }),
        editChange(contributor.actor, { ...place, itemId, fields: { meaning: `Round ${round}.` }, expected: {} }),
      ]);
      const merges = results.slice(0, 5).filter((one) => one.ok).length;
      expect(merges).toBeLessThan(2);
    }
    await expectWhole();
  });
});
