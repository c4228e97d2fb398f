import { beforeAll, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import type { Result } from '@/lib/kit/result';
import { findBrokenAudit } from '@/lib/store/audit';
import { checkInvariants } from '@/lib/store/check-invariants';
import { createPlan } from '@/lib/store/plans';
import { createChangeRequest } from './create-change-request';
import { mergeChangeRequest } from './merge-change-request';
import { approveChangeRequest, requestChangesOf } from './moves';
import { readChangeRequestView } from './read-change-request';
import { readSplitOptions, splitChangeRequest } from './split-change-request';
import { listThreadsOf, startThread } from './threads';

const plan = 'web';
let world: World;
let author: Persona;
let reviewer: Persona;

beforeAll(async () => {
  world = await createWorld();
  await createPlan(prisma(), world.workspaceId, {
    ...{ id: newId('pl'), slug: plan, name: 'Web', description: '', stages: [], createdAt: now() },
    policy: defaultPolicy,
    conventions: defaultConventions,
  });
  author = world.people.contributor;
  reviewer = world.people.approver;
});

const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.error.code);

async function propose(names: readonly string[]) {
  const items = names.map((name) => ({ kind: 'event' as const, namespace: null, name, content: { meaning: name } }));
  return must(
    await createChangeRequest(author.actor, { plan, title: 'Checkout', reason: 'Why', items, submit: true } as never),
  );
}
const idOf = (view: ChangeRequestView, name: string) => view.changes.find((row) => row.name === name)?.itemId ?? '';
const coversOf = (view: ChangeRequestView, names: readonly string[]) =>
  view.changes
    .filter((row) => names.includes(row.name))
    .map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));
const approve = (view: ChangeRequestView, names: readonly string[], by = reviewer) =>
  approveChangeRequest(by.actor, { plan, number: view.number, covers: coversOf(view, names), body: 'Read.' });

describe('a partial merge', () => {
  it('moves changes, discussions and approvals to a follow-up, and nothing is lost or there twice', async () => {
    const view = await propose(['Paid', 'Refunded', 'Shipped']);
    const { number } = view;
    must(await approve(view, ['Paid', 'Refunded']));
    const say = (itemId: string | null, body: string) =>
      startThread(reviewer.actor, { plan, number, itemId, field: itemId === null ? null : 'meaning', body });
    must(await say(idOf(view, 'Refunded'), 'Which currency?'));
    must(await say(idOf(view, 'Paid'), 'Good.'));
    const before = must(await say(null, 'In all: fine.'));
    const stays = [idOf(view, 'Paid')];

    const { request, followUp } = must(await splitChangeRequest(author.actor, { plan, number, stays }));
    expect([request, followUp].map((one) => one.changes.map((row) => row.name))).toEqual([
      ['Paid'],
      ['Refunded', 'Shipped'],
    ]);
    expect([...request.changes, ...followUp.changes].map((row) => row.digest).toSorted()).toEqual(
      view.changes.map((row) => row.digest).toSorted(),
    );
    expect(followUp.changes.map((row) => row.approvedBy)).toEqual([[reviewer.name], []]);
    expect([request.status, followUp.status]).toEqual(['approved', 'in-review']);
    expect(request.verdicts.map((one) => one.voided)).toEqual([[]]);
    expect(request.followUps).toEqual([{ number: followUp.number, title: followUp.title, items: 2 }]);
    expect(followUp.followUpOf).toEqual({ number, title: 'Checkout', items: 2 });
    expect(followUp.author.id).toBe(author.userId);
    const threads = await Promise.all(
      [number, followUp.number].map(async (one) =>
        must(await listThreadsOf(author.actor, { plan, number: one })).items.map((t) => t.comments[0]?.body),
      ),
    );
    expect(threads).toEqual([['Good.', 'In all: fine.'], ['Which currency?']]);
    expect(threads.flat()).toHaveLength(before.items.length);

    expect(must(await mergeChangeRequest(author.actor, { plan, number })).changes).toBe(1);
    expect(codeOf(await mergeChangeRequest(author.actor, { plan, number: followUp.number }))).toBe('review.gates');
    must(await approve(followUp, ['Shipped']));
    expect(must(await mergeChangeRequest(author.actor, { plan, number: followUp.number })).changes).toBe(2);
    const words = (one: ChangeRequestView) => one.activity.map((entry) => entry.words);
    expect(words(must(await readChangeRequestView(author.actor, { plan, number })))).toContain(
      `moved 2 items to #${followUp.number}`,
    );
    expect(words(followUp)).toContain(`left 2 items of #${number} for this request`);
    expect(await findBrokenAudit(prisma(), world.workspaceId)).toBeUndefined();
    const checked = await inTransaction((tx) => checkInvariants(tx, world.workspaceId));
    expect(checked.filter((one) => one.violations > 0)).toEqual([]);
  });

  it('keeps blocks on both sides, and contributors contributors', async () => {
    const view = await propose(['Opened', 'Closed']);
    const { number } = view;
    must(await requestChangesOf(reviewer.actor, { plan, number, body: 'Say when.' }));
    const stays = [idOf(view, 'Opened')];
    const { request, followUp } = must(await splitChangeRequest(author.actor, { plan, number, stays }));
    expect([request.status, followUp.status]).toEqual(['changes-requested', 'changes-requested']);
    expect(codeOf(await approve(followUp, ['Closed'], author))).toBe('review.own-change');
  });

  it('refuses an old version, a viewer, strangers, another workspace and what holds together', async () => {
    const view = await propose(['Begun', 'Ended']);
    const { number, lockVersion } = view;
    const input = { plan, number, stays: [idOf(view, 'Begun')] };
    expect(codeOf(await splitChangeRequest(author.actor, { ...input, ifMatch: lockVersion - 1 }))).toBe(
      'change-request.stale',
    );
    expect(codeOf(await splitChangeRequest(world.people.viewer.actor, input))).toBe('review.not-allowed');
    expect(codeOf(await splitChangeRequest(author.actor, { ...input, stays: ['ev_unknown'] }))).toBe('review.stale');
    const other = await createWorld();
    expect(codeOf(await splitChangeRequest(other.people.admin.actor, input))).toBe('plan.not-found');
    const token = { kind: 'token' as const, tokenId: 'tk_1', scopes: ['read' as const] };
    expect(codeOf(await splitChangeRequest({ ...author.actor, via: token }, input))).toBe('access.denied');
    expect(must(await readSplitOptions(author.actor, { plan, number })).needs).toEqual([]);
    expect(must(await readChangeRequestView(author.actor, { plan, number })).changes).toHaveLength(2);
    // The same by somebody who may, on the version that stands.
    const helper = await addPerson(world.workspaceId, 'contributor');
    expect(codeOf(await splitChangeRequest(helper.actor, { ...input, ifMatch: lockVersion }))).toBe('ok');
    expect(codeOf(await splitChangeRequest(helper.actor, { ...input, ifMatch: lockVersion }))).toBe(
      'change-request.stale',
    );
  });
});
