import { beforeEach, describe, expect, it } from 'vitest';
import { type ConventionSettings, defaultConventions } from '@/lib/domain/conventions/settings';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { readConventions } from './read-conventions';
import { tryConventions } from './try-conventions';
import { updateConventions } from './update-conventions';

let world: World;
let plan: string;
let planId: string;

beforeEach(async () => {
  world = await createWorld();
  const place = await addPlan(world);
  ({ slug: plan, planId } = place);
  const names = ['Order Completed', 'Order Refunded', 'Cart Viewed', 'Cart Emptied', 'Signup Started', 'checkout_step'];
  await mergeItems(
    place,
    names.map((name) => itemOf('event', name, { meaning: `What ${name} stands for.` })),
  );
});

const snake: ConventionSettings = {
  ...defaultConventions,
  eventCasing: 'snake_case',
  severity: { ...defaultConventions.severity, 'event-casing': 'error' },
};

describe('conventions of a plan', () => {
  it('are read by anyone and changed by admins', async () => {
    const { viewer, approver, admin } = world.people;
    const before = must(await readConventions(viewer.actor, { plan }));
    expect(before).toMatchObject({ conventions: defaultConventions, readable: true });
    const change = { ...snake, plan, ifMatch: before.lockVersion };
    expect(await updateConventions(approver.actor, change)).toMatchObject({
      ok: false,
      error: { code: 'access.denied', needs: 'admin' },
    });
    must(await updateConventions(admin.actor, change));
    expect(must(await readConventions(viewer.actor, { plan })).conventions).toEqual(snake);
    const rows = await prisma().auditEntry.findMany({
      where: { workspaceId: world.workspaceId, action: 'conventions.update' },
    });
    expect(rows.map((row) => row.detail)).toEqual([{ planId, from: defaultConventions, to: snake }]);
  });

  it('are not overwritten by whoever read an earlier state', async () => {
    const { admin } = world.people;
    const { lockVersion } = must(await readConventions(admin.actor, { plan }));
    const all = await Promise.all(
      Array.from({ length: 5 }, () => updateConventions(admin.actor, { ...snake, plan, ifMatch: lockVersion })),
    );
    expect(all.filter((one) => one.ok)).toHaveLength(1);
    expect(all.flatMap((one) => (one.ok ? [] : [one.error.code]))).toEqual(Array(4).fill('plan.stale'));
  });

  it('say so when what is stored cannot be read', async () => {
    await prisma().$executeRaw`update plans set conventions = '{"eventCasing": 7}' where id = ${planId}`;
    expect(must(await readConventions(world.people.viewer.actor, { plan }))).toMatchObject({
      readable: false,
      conventions: defaultConventions,
    });
  });

  it('are unknown in another workspace', async () => {
    const stranger = (await createWorld()).people.admin.actor;
    const missing = { ok: false, error: { code: 'plan.not-found' } };
    expect(await readConventions(stranger, { plan })).toEqual(missing);
    expect(await tryConventions(stranger, { plan })).toEqual(missing);
    expect(await updateConventions(stranger, { ...snake, plan, ifMatch: 1 })).toEqual(missing);
  });
});

describe('trying conventions on the plan', () => {
  it('counts what each rule finds, with examples and the way to mend them, and saves nothing', async () => {
    const { viewer } = world.people;
    const now = must(await tryConventions(viewer.actor, { plan }));
    expect(now).toMatchObject({ release: 1, items: 6, majority: { eventCasing: 'Title Case' } });
    const casing = now.rules.find((one) => one.rule === 'event-casing');
    expect(casing).toMatchObject({ count: 1, examples: [{ name: 'checkout_step' }] });
    const then = must(await tryConventions(viewer.actor, { plan, conventions: snake }));
    expect(then.rules.find((one) => one.rule === 'event-casing')).toMatchObject({ count: 5, severity: 'error' });
    expect(must(await readConventions(viewer.actor, { plan })).conventions).toEqual(defaultConventions);
  });

  it('counts for a rule that is off too, so that one knows before switching it on', async () => {
    const off = {
      ...defaultConventions,
      severity: { ...defaultConventions.severity, 'missing-owner': 'off' as const },
    };
    const tried = must(await tryConventions(world.people.viewer.actor, { plan, conventions: off }));
    expect(tried.rules.find((one) => one.rule === 'missing-owner')).toMatchObject({ count: 6, severity: 'off' });
  });
});
