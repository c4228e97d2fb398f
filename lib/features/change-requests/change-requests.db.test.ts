import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import type { Result } from '@/lib/kit/result';
import { findBrokenAudit } from '@/lib/store/audit';
import { createPlan, readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { createChangeRequest } from './create-change-request';
import { addItem, editChange } from './edit-change';
import { mergeChangeRequest } from './merge-change-request';
import { approveChangeRequest, requestChangesOf, submitChangeRequest } from './moves';
import { readChangeRequestView } from './read-change-request';
import { readConflicts } from './read-conflicts';
import { rebaseChangeRequest } from './rebase-change-request';
import { revertRelease } from './revert-release';

const plan = 'web';
let world: World;
let planId: string;
let author: Persona;
let reviewer: Persona;

beforeEach(async () => {
  world = await createWorld();
  planId = newId('pl');
  await createPlan(prisma(), world.workspaceId, {
    id: planId,
    slug: plan,
    name: 'Web',
    description: '',
    policy: defaultPolicy,
    conventions: defaultConventions,
    stages: [],
    createdAt: now(),
  });
  author = world.people.contributor;
  reviewer = world.people.approver;
});

const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.error.code);

async function propose(
  by: Persona,
  items: { itemId?: string; name: string; content?: Record<string, unknown> }[],
  title = 'Orders',
) {
  const written = items.map((item) => ({ kind: 'event' as const, namespace: null, content: {}, ...item }));
  return must(
    await createChangeRequest(by.actor, { plan, title, reason: 'To know', items: written as never, submit: true }),
  );
}

const coversOf = (view: ChangeRequestView) =>
  view.changes.map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));

async function approve(by: Persona, view: ChangeRequestView) {
  return approveChangeRequest(by.actor, { plan, number: view.number, covers: coversOf(view), body: '' });
}

async function release(items: { itemId?: string; name: string; content?: Record<string, unknown> }[], by = author) {
  const view = await propose(by, items);
  must(await approve(reviewer, view));
  return { view, merged: must(await mergeChangeRequest(by.actor, { plan, number: view.number })) };
}

describe('the way of a change', () => {
  it('merges what somebody else approved, as release 1 with items at 1.0.0', async () => {
    const view = await propose(author, [
      { name: 'Order Completed', content: { meaning: 'Money is ours.', firesWhen: 'Captured.' } },
    ]);
    expect(view.status).toBe('in-review');
    expect(codeOf(await approve(author, view))).toBe('review.own-change');
    expect(codeOf(await approve(world.people.viewer, view))).toBe('access.denied');
    expect(codeOf(await mergeChangeRequest(author.actor, { plan, number: view.number }))).toBe('review.gates');
    expect(must(await approve(reviewer, view)).status).toBe('approved');
    expect(must(await mergeChangeRequest(author.actor, { plan, number: view.number })).release).toBe(1);
    const snapshot = await loadSnapshot(prisma(), world.workspaceId, planId, 1);
    expect([...snapshot.items.values()].map((item) => [item.name, item.version])).toEqual([
      ['Order Completed', { major: 1, minor: 0, patch: 0 }],
    ]);
    expect(await findBrokenAudit(prisma(), world.workspaceId)).toBeUndefined();
  });

  it('calls an edit of “fires when” a change of meaning and moves the item to 2.0.0', async () => {
    const { view } = await release([
      { name: 'Order Completed', content: { meaning: 'Money is ours.', firesWhen: 'Authorised.' } },
    ]);
    const itemId = view.changes[0]?.itemId ?? '';
    const next = await release([
      { itemId, name: 'Order Completed', content: { meaning: 'Money is ours.', firesWhen: 'Captured.' } },
    ]);
    expect(next.view.changes[0]).toMatchObject({ significance: 'meaning', version: '2.0.0' });
    expect(next.merged.release).toBe(2);
    const snapshot = await loadSnapshot(prisma(), world.workspaceId, planId, 2);
    expect(snapshot.items.get(itemId)?.version).toEqual({ major: 2, minor: 0, patch: 0 });
    const old = await loadSnapshot(prisma(), world.workspaceId, planId, 1);
    expect(old.items.get(itemId)?.content).toMatchObject({ firesWhen: 'Authorised.' });
  });

  it('voids exactly the approvals of an item that is edited later', async () => {
    const view = await propose(author, [{ name: 'Order Completed' }, { name: 'Order Refunded' }]);
    must(await approve(reviewer, view));
    const [first] = view.changes;
    must(
      await editChange(author.actor, {
        plan,
        number: view.number,
        itemId: first?.itemId ?? '',
        fields: { meaning: 'Something else.' },
        expected: { meaning: '' },
      }),
    );
    const after = must(await readChangeRequestView(author.actor, { plan, number: view.number }));
    expect(after.status).toBe('in-review');
    expect(after.changes.map((change) => change.approvedBy.length)).toEqual([0, 1]);
    expect(after.verdicts[0]?.voided.map((one) => one.itemId)).toEqual([first?.itemId]);
  });

  it('keeps both edits when two people write different fields, and both texts when they write the same', async () => {
    const other = await addPerson(world.workspaceId, 'contributor');
    const view = await propose(author, [{ name: 'Order Completed' }]);
    const itemId = view.changes[0]?.itemId ?? '';
    const place = { plan, number: view.number, itemId };
    must(await editChange(author.actor, { ...place, fields: { meaning: 'Mine.' }, expected: { meaning: '' } }));
    const both = must(
      await editChange(other.actor, { ...place, fields: { firesWhen: 'Theirs.' }, expected: { firesWhen: '' } }),
    );
    expect(both.after?.content).toMatchObject({ meaning: 'Mine.', firesWhen: 'Theirs.' });
    const clash = await editChange(other.actor, {
      ...place,
      fields: { meaning: 'Theirs too.' },
      expected: { meaning: '' },
    });
    expect(clash).toMatchObject({
      ok: false,
      error: { code: 'change.field-moved', fields: [{ field: 'meaning', theirs: 'Mine.' }] },
    });
    expect(
      codeOf(
        await approveChangeRequest(other.actor, {
          plan,
          number: view.number,
          covers: [{ itemId, digest: both.digest, baseDigest: null }],
          body: '',
        }),
      ),
    ).toBe('review.own-change');
  });

  it('refuses an approval of an earlier text and a stale version', async () => {
    const view = await propose(author, [{ name: 'Order Completed' }]);
    must(
      await editChange(author.actor, {
        plan,
        number: view.number,
        itemId: view.changes[0]?.itemId ?? '',
        fields: { meaning: 'New.' },
        expected: {},
      }),
    );
    expect(codeOf(await approve(reviewer, view))).toBe('review.stale');
    expect(
      codeOf(await submitChangeRequest(author.actor, { plan, number: view.number, ifMatch: view.lockVersion })),
    ).toBe('change-request.stale');
  });

  it('blocks while somebody asks for changes', async () => {
    const view = await propose(author, [{ name: 'Order Completed' }]);
    must(await approve(world.people.admin, view));
    const blocked = must(
      await requestChangesOf(reviewer.actor, { plan, number: view.number, body: 'Say when it fires.' }),
    );
    expect(blocked.status).toBe('changes-requested');
    expect(codeOf(await mergeChangeRequest(author.actor, { plan, number: view.number }))).toBe('review.gates');
    expect(must(await approve(reviewer, view)).status).toBe('approved');
  });

  it('asks a person only where both changed the same field, and loses neither text', async () => {
    const { view } = await release([
      { name: 'Order Completed', content: { meaning: 'A.', firesWhen: 'B.', purpose: 'C.' } },
    ]);
    const itemId = view.changes[0]?.itemId ?? '';
    const late = await propose(
      author,
      [{ itemId, name: 'Order Completed', content: { meaning: 'A yours.', firesWhen: 'B.', purpose: 'C yours.' } }],
      'Late',
    );
    await release([
      { itemId, name: 'Order Completed', content: { meaning: 'A theirs.', firesWhen: 'B theirs.', purpose: 'C.' } },
    ]);
    const conflicts = must(await readConflicts(author.actor, { plan, number: late.number }));
    expect(conflicts.conflicts.map((one) => [one.label, one.base, one.theirs, one.yours])).toEqual([
      ['Meaning', 'A.', 'A theirs.', 'A yours.'],
    ]);
    expect(conflicts.merged.map((one) => one.label)).toEqual(['Fires when']);
    expect(codeOf(await rebaseChangeRequest(author.actor, { plan, number: late.number, choices: [] }))).toBe(
      'merge.unresolved',
    );
    const key = conflicts.conflicts[0]?.key ?? '';
    must(
      await rebaseChangeRequest(author.actor, {
        plan,
        number: late.number,
        choices: [{ key, take: 'written', value: 'A both.' }],
      }),
    );
    const rebased = must(await readChangeRequestView(author.actor, { plan, number: late.number }));
    expect(rebased).toMatchObject({ conflicts: 0, baseRelease: 2 });
    const entry = rebased.activity.find(({ settled }) => settled.length > 0);
    expect(entry?.words).toBe('updated it to release 2 and decided 1 conflict: Order Completed');
    expect(entry?.settled).toEqual([
      {
        ...{ itemId, name: 'Order Completed', label: 'Meaning', take: 'written' },
        ...{ base: 'A.', theirs: 'A theirs.', yours: 'A yours.', result: 'A both.' },
      },
    ]);
    must(await approve(reviewer, rebased));
    must(await mergeChangeRequest(author.actor, { plan, number: late.number }));
    const snapshot = await loadSnapshot(prisma(), world.workspaceId, planId, 3);
    expect(snapshot.items.get(itemId)?.content).toMatchObject({
      meaning: 'A both.',
      firesWhen: 'B theirs.',
      purpose: 'C yours.',
    });
  });

  it('takes a release back by a new request and leaves later fields alone', async () => {
    const { view } = await release([{ name: 'Order Completed', content: { meaning: 'A.' } }]);
    const itemId = view.changes[0]?.itemId ?? '';
    await release([{ itemId, name: 'Order Completed', content: { meaning: 'B.' } }]);
    await release([{ itemId, name: 'Order Completed', content: { meaning: 'B.', purpose: 'Later.' } }]);
    const revert = must(await revertRelease(author.actor, { plan, number: 2 }));
    expect(revert).toMatchObject({ status: 'draft', origin: 'revert' });
    must(await submitChangeRequest(author.actor, { plan, number: revert.number }));
    must(await approve(reviewer, must(await readChangeRequestView(author.actor, { plan, number: revert.number }))));
    must(await mergeChangeRequest(author.actor, { plan, number: revert.number }));
    const snapshot = await loadSnapshot(prisma(), world.workspaceId, planId, 4);
    expect(snapshot.items.get(itemId)?.content).toMatchObject({ meaning: 'A.', purpose: 'Later.' });
  });
});

describe('what is refused', () => {
  it('names every wrong field of an item and leaves no trace', async () => {
    const before = (await readPlan(prisma(), world.workspaceId, plan))?.headRelease;
    const result = await createChangeRequest(author.actor, {
      plan,
      title: 'Bad',
      reason: '',
      submit: false,
      items: [{ kind: 'event', namespace: null, name: 'X', content: { action: 'sing', meaning: 3 } }] as never,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'item.invalid' } });
    if (!result.ok && 'errors' in result.error)
      expect(result.error.errors.map((error) => error.path)).toEqual([
        'items.0.content.meaning',
        'items.0.content.action',
      ]);
    expect((await readPlan(prisma(), world.workspaceId, plan))?.headRelease).toBe(before);
    expect(codeOf(await readChangeRequestView(author.actor, { plan, number: 1 }))).toBe('change-request.not-found');
  });

  it('refuses a pattern that cannot be run safely, and takes one that can', async () => {
    const property = (pattern: string) => ({
      plan,
      title: 'Pattern',
      reason: '',
      submit: false,
      items: [{ kind: 'property', namespace: null, name: 'code', content: { pattern } }] as never,
    });
    const backreference = await createChangeRequest(author.actor, property('(a+)\\1'));
    expect(backreference).toMatchObject({ ok: false, error: { errors: [{ path: 'items.0.content.pattern' }] } });
    const stalling = await createChangeRequest(author.actor, property('^(a+)+$'));
    expect(stalling).toMatchObject({ ok: false, error: { errors: [{ path: 'items.0.content.pattern' }] } });
    expect((await createChangeRequest(author.actor, property('^[a-z]+$'))).ok).toBe(true);
  });

  it('does not merge a name that is taken or a reference to nothing', async () => {
    await release([{ name: 'Order Completed' }]);
    const twin = await propose(author, [{ name: 'order completed' }]);
    must(await approve(reviewer, twin));
    expect(codeOf(await mergeChangeRequest(author.actor, { plan, number: twin.number }))).toBe('review.gates');
    const dangling = await propose(author, [{ name: 'Other', content: { sources: ['so_nowhere'] } }]);
    must(await approve(reviewer, dangling));
    expect(codeOf(await mergeChangeRequest(author.actor, { plan, number: dangling.number }))).toBe('review.gates');
  });

  it('shows nothing of another workspace', async () => {
    const view = await propose(author, [{ name: 'Order Completed' }]);
    const stranger = (await createWorld()).people.admin;
    expect(codeOf(await readChangeRequestView(stranger.actor, { plan, number: view.number }))).toBe('plan.not-found');
    expect(
      codeOf(
        await addItem(stranger.actor, {
          plan: planId,
          number: view.number,
          kind: 'event',
          namespace: null,
          name: 'X',
          content: {},
        }),
      ),
    ).toBe('plan.not-found');
  });

  it('merges once, however often Merge is pressed', async () => {
    const view = await propose(author, [{ name: 'Order Completed' }]);
    must(await approve(reviewer, view));
    const results = await Promise.all(
      Array.from({ length: 8 }, () => mergeChangeRequest(author.actor, { plan, number: view.number })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await readPlan(prisma(), world.workspaceId, plan))?.headRelease).toBe(1);
  });
});
