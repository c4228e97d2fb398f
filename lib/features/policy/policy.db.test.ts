import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy } from '@/lib/domain/review/policy';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { closeChangeRequest } from '@/lib/features/change-requests/moves';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { readPlan } from '@/lib/store/plans';
import { readPolicy } from './read-policy';
import { tryPolicy } from './try-policy';
import { updatePolicy } from './update-policy';

let world: World;
let plan: string;
let planId: string;

beforeEach(async () => {
  world = await createWorld();
  const place = await addPlan(world);
  ({ slug: plan, planId } = place);
  const was = { meaning: 'An order was placed.', owner: { type: 'person', id: world.people.approver.userId } };
  await mergeItems(place, [itemOf('event', 'Order Completed', was, `ev_${planId.slice(3)}`)]);
});

const strict: Policy = {
  ...defaultPolicy,
  rules: [
    {
      when: { significance: ['meaning'], kinds: null, tags: null, dataClass: null },
      require: { approvals: 2, from: { type: 'role', role: 'admin' } },
    },
  ],
};

describe('reading a policy', () => {
  it('says to anyone what it asks, in sentences', async () => {
    const view = must(await readPolicy(world.people.viewer.actor, { plan }));
    expect(view.readable).toBe(true);
    expect(view.sentences).toContain(
      'A change of meaning or a breaking change needs 1 approval by the owner of the item.',
    );
  });

  it('says that what is stored cannot be read, and shows the default', async () => {
    await prisma().$executeRaw`update plans set policy = '{"rules": 7}' where id = ${planId}`;
    const view = must(await readPolicy(world.people.viewer.actor, { plan }));
    expect([view.readable, view.policy]).toEqual([false, defaultPolicy]);
  });

  it('knows no plan of another workspace', async () => {
    const stranger = (await createWorld()).people.admin;
    expect(await readPolicy(stranger.actor, { plan })).toEqual({ ok: false, error: { code: 'plan.not-found' } });
  });
});

describe('changing a policy', () => {
  it('is for admins', async () => {
    const { approver, admin } = world.people;
    const { lockVersion } = must(await readPolicy(admin.actor, { plan }));
    expect(await updatePolicy(approver.actor, { ...strict, plan, ifMatch: lockVersion })).toMatchObject({
      ok: false,
      error: { code: 'access.denied', needs: 'admin' },
    });
    const saved = must(await updatePolicy(admin.actor, { ...strict, plan, ifMatch: lockVersion }));
    expect(saved.sentences[0]).toBe('A change of meaning needs 2 approvals by an admin.');
    expect(must(await readPolicy(approver.actor, { plan }))).toEqual(saved);
  });

  it('refuses to overwrite what somebody else saved meanwhile', async () => {
    const { admin } = world.people;
    const { lockVersion } = must(await readPolicy(admin.actor, { plan }));
    const all = await Promise.all(
      Array.from({ length: 5 }, () => updatePolicy(admin.actor, { ...strict, plan, ifMatch: lockVersion })),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(Array(4).fill('plan.stale'));
  });

  it('refuses a team that is not there, and names the rule', async () => {
    const { admin } = world.people;
    const { lockVersion } = must(await readPolicy(admin.actor, { plan }));
    const [rule] = strict.rules;
    if (!rule) throw new Error('there is no rule');
    const rules: Policy['rules'] = [{ ...rule, require: { approvals: 1, from: { type: 'team', teamId: 'tm_gone' } } }];
    const refused = await updatePolicy(admin.actor, { ...strict, rules, plan, ifMatch: lockVersion });
    expect(refused).toMatchObject({ ok: false, error: { code: 'policy.invalid' } });
    expect((await readPlan(prisma(), world.workspaceId, plan))?.policy).toEqual(defaultPolicy);
  });

  it('is in the audit with what it was before', async () => {
    const { admin } = world.people;
    const { lockVersion } = must(await readPolicy(admin.actor, { plan }));
    must(await updatePolicy(admin.actor, { ...strict, plan, ifMatch: lockVersion }));
    const rows = await prisma().auditEntry.findMany({
      where: { workspaceId: world.workspaceId, action: 'policy.update' },
    });
    expect(rows.map((row) => row.detail)).toEqual([{ planId, from: defaultPolicy, to: strict }]);
  });
});

describe('trying a policy on a request', () => {
  const propose = async () =>
    must(
      await createChangeRequest(world.people.contributor.actor, {
        plan,
        title: 'Captured counts',
        reason: '',
        items: [
          {
            itemId: `ev_${planId.slice(3)}`,
            kind: 'event',
            namespace: null,
            name: 'Order Completed',
            content: {
              meaning: 'Money for an order is ours.',
              owner: { type: 'person', id: world.people.approver.userId },
            },
          },
        ],
        submit: true,
      }),
    ).number;

  it('says who would have to approve, and saves nothing', async () => {
    const number = await propose();
    const { viewer } = world.people;
    const now = must(await tryPolicy(viewer.actor, { plan, number }));
    expect(now.status).toBe('in-review');
    expect(now.requirements.some((one) => one.who.userIds.includes(world.people.approver.userId))).toBe(true);
    const then = must(await tryPolicy(viewer.actor, { plan, number, policy: strict }));
    const approvals = then.requirements.filter((one) => !one.met && one.who.userIds.length > 0);
    expect(approvals.map((one) => one.who.userIds)).toEqual([[world.people.admin.userId]]);
    expect((await readPlan(prisma(), world.workspaceId, plan))?.policy).toEqual(defaultPolicy);
  });

  it('knows no request of another plan, and none that is over', async () => {
    const { admin } = world.people;
    expect(await tryPolicy(admin.actor, { plan, number: 99 })).toMatchObject({
      ok: false,
      error: { code: 'change-request.not-found' },
    });
    const number = await propose();
    must(await closeChangeRequest(admin.actor, { plan, number, reason: 'Not now' }));
    expect(await tryPolicy(admin.actor, { plan, number })).toMatchObject({
      ok: false,
      error: { code: 'review.finished' },
    });
  });

  it('says so when the stored policy cannot be read', async () => {
    const number = await propose();
    await prisma().$executeRaw`update plans set policy = '{"rules": 7}' where id = ${planId}`;
    const { viewer } = world.people;
    expect(await tryPolicy(viewer.actor, { plan, number })).toMatchObject({ error: { code: 'policy.unreadable' } });
    expect((await tryPolicy(viewer.actor, { plan, number, policy: strict })).ok).toBe(true);
  });
});
