import { describe, expect, it } from 'vitest';
import { listShapeSchema } from '@/lib/contracts/views';
import type { Actor } from '@/lib/domain/access/actor';
import { readPreferences } from '@/lib/features/preferences/read-preferences';
import { updatePreferences } from '@/lib/features/preferences/update-preferences';
import { addPlan } from '@/lib/features/testing/plan';
import { addPerson, createWorld } from '@/lib/features/testing/world';
import { createView } from './create-view';
import { listViews, readDefaultView } from './list-views';
import { setDefaultView } from './set-default-view';
import { removeView, updateView } from './update-view';

const shape = listShapeSchema.parse({ filter: 'no:owner', sort: '-changed', group: 'stage', columns: ['tags'] });

async function stage() {
  const world = await createWorld();
  const { slug: plan, planId } = await addPlan(world);
  const keep = async (actor: Actor, name: string, isShared = false) => {
    const made = await createView(actor, { plan, kind: 'event', name, isShared, shape });
    if (!made.ok) throw new Error(made.error.code);
    return made.value;
  };
  const names = async (actor: Actor, kind: 'event' | 'property' = 'event') => {
    const list = await listViews(actor, { plan, kind });
    return list.ok ? list.value.items.map((view) => view.name) : list.error.code;
  };
  return { world, plan, planId, keep, names };
}

describe('saved views', () => {
  it('show a person their own and the shared, of the list they are of', async () => {
    const { world, keep, names } = await stage();
    const { viewer, contributor, admin } = world.people;
    const mine = await keep(viewer.actor, 'Mine');
    await keep(contributor.actor, 'Ours', true);
    expect(mine).toMatchObject({ shape, isShared: false, isDefault: false, mayChange: true, kind: 'event' });
    expect(await names(viewer.actor)).toEqual(['Mine', 'Ours']);
    expect(await names(admin.actor)).toEqual(['Ours']);
    expect(await names(viewer.actor, 'property')).toEqual([]);
  });

  it('are shared by contributors and above', async () => {
    const { world, plan, keep } = await stage();
    const { viewer, contributor } = world.people;
    const denied = { ok: false, error: { code: 'access.denied', needs: 'contributor' } };
    expect(await createView(viewer.actor, { plan, kind: 'event', name: 'Ours', isShared: true, shape })).toMatchObject(
      denied,
    );
    const mine = await keep(viewer.actor, 'Mine');
    expect(await updateView(viewer.actor, { plan, id: mine.id, isShared: true })).toMatchObject(denied);
    const theirs = await keep(contributor.actor, 'Theirs');
    expect(await updateView(contributor.actor, { plan, id: theirs.id, isShared: true })).toMatchObject({
      ok: true,
      value: { isShared: true, shape },
    });
  });

  it('are changed by their maker, and shared ones by approvers', async () => {
    const { world, plan, keep } = await stage();
    const { viewer, contributor, approver } = world.people;
    const other = await addPerson(world.workspaceId, 'contributor');
    const ours = await keep(contributor.actor, 'Ours', true);
    for (const { actor } of [viewer, other]) {
      const denied = { ok: false, error: { code: 'access.denied', needs: 'approver' } };
      expect(await updateView(actor, { plan, id: ours.id, name: 'X' })).toMatchObject(denied);
      expect(await removeView(actor, { plan, id: ours.id })).toMatchObject(denied);
    }
    expect(await updateView(approver.actor, { plan, id: ours.id, name: 'Better' })).toMatchObject({ ok: true });
    expect(await updateView(approver.actor, { plan, id: ours.id, isShared: false })).toMatchObject({
      ok: false,
      error: { code: 'view.other-person' },
    });
    const demoted = { ...contributor.actor, role: 'viewer' as const };
    expect(await updateView(demoted, { plan, id: ours.id, name: 'X' })).toMatchObject({ ok: false });
    expect(await removeView(approver.actor, { plan, id: ours.id })).toMatchObject({ ok: true });
  });

  it('keep what is personal from everybody else', async () => {
    const { world, plan, planId, keep } = await stage();
    const { viewer, admin } = world.people;
    const mine = await keep(viewer.actor, 'Mine');
    const missing = { ok: false, error: { code: 'view.not-found' } };
    expect(await updateView(admin.actor, { plan, id: mine.id, name: 'X' })).toMatchObject(missing);
    expect(await removeView(admin.actor, { plan, id: mine.id })).toMatchObject(missing);
    expect(await setDefaultView(admin.actor, { plan, kind: 'event', id: mine.id })).toMatchObject(missing);
    const elsewhere = await createWorld();
    const stranger = elsewhere.people.admin.actor;
    expect(await listViews(stranger, { plan, kind: 'event' })).toMatchObject({ error: { code: 'plan.not-found' } });
    expect(await readDefaultView(stranger, { planId, kind: 'event' })).toEqual({ ok: true, value: null });
  });

  it('have a name of their own among those one sees, also when two are made at once', async () => {
    const { world, plan, keep } = await stage();
    const { viewer, contributor } = world.people;
    await keep(viewer.actor, 'No owner');
    const again = { plan, kind: 'event' as const, name: 'no OWNER', isShared: false, shape };
    expect(await createView(viewer.actor, again)).toMatchObject({ error: { code: 'view.name-taken' } });
    expect(await createView(contributor.actor, again)).toMatchObject({ ok: true });
    expect(await createView(viewer.actor, { ...again, kind: 'property' })).toMatchObject({ ok: true });
    const twice = await Promise.all(
      [1, 2].map(() => createView(contributor.actor, { ...again, name: 'Same', isShared: true })),
    );
    expect(twice.filter((made) => made.ok)).toHaveLength(1);
  });

  it('open a list for a person who says so, until the view is gone', async () => {
    const { world, plan, planId, keep } = await stage();
    const { viewer, contributor } = world.people;
    const ours = await keep(contributor.actor, 'Ours', true);
    const of = { planId, kind: 'event' as const };
    await updatePreferences(viewer, { theme: 'dark' });
    expect(await setDefaultView(viewer.actor, { plan, kind: 'event', id: ours.id })).toMatchObject({ ok: true });
    expect(await setDefaultView(viewer.actor, { plan, kind: 'property', id: ours.id })).toMatchObject({ ok: false });
    await updatePreferences(viewer, { density: 'comfortable' });
    expect(await readDefaultView(viewer.actor, of)).toMatchObject({ value: { id: ours.id, isDefault: true } });
    expect(await readDefaultView(contributor.actor, of)).toEqual({ ok: true, value: null });
    expect(await readPreferences(viewer)).toMatchObject({ value: { theme: 'dark', density: 'comfortable' } });
    await updateView(contributor.actor, { plan, id: ours.id, isShared: false });
    expect(await readDefaultView(viewer.actor, of)).toEqual({ ok: true, value: null });
    await setDefaultView(viewer.actor, { plan, kind: 'event', id: null });
    await updateView(contributor.actor, { plan, id: ours.id, isShared: true });
    expect(await readDefaultView(viewer.actor, of)).toEqual({ ok: true, value: null });
  });
});
