import { beforeAll, describe, expect, it } from 'vitest';
import { listInbox } from '@/lib/features/inbox/list-inbox';
import { tellNamed } from '@/lib/features/inbox/tell-named';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { addPerson, createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { listNotes } from './list-notes';
import { createNote, removeNote, updateNote } from './save-note';

let world: World;
let plan: string;
let itemId: string;

beforeAll(async () => {
  world = await createWorld();
  const place = await addPlan(world);
  plan = place.slug;
  const event = itemOf('event', 'Order Completed');
  itemId = event.id;
  await mergeItems(place, [event]);
});

async function written(by: Persona, body: string) {
  const done = await createNote(by.actor, { plan, itemId, body });
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

async function read(by: Persona) {
  const list = await listNotes(by.actor, { plan, item: itemId });
  return list.ok ? list.value.items : [];
}

describe('a note beside an item', () => {
  it('is written by whoever may comment, viewers too, and stands before older ones unless they are pinned', async () => {
    const { viewer, contributor } = world.people;
    const first = await written(viewer, 'Amounts before 2025-03 are in **cents**.');
    await written(contributor, 'Doubled on 4 May.');
    expect((await read(viewer)).map(({ body }) => body.slice(0, 7))).toEqual(['Doubled', 'Amounts']);
    const pin = (by: Persona) => updateNote(by.actor, { plan, id: first.id, ifMatch: first.lockVersion, pinned: true });
    expect(await pin(viewer)).toMatchObject({ error: { code: 'access.denied', needs: 'contributor' } });
    expect(await pin(contributor)).toMatchObject({ value: { pinned: true, editedAt: null } });
    expect((await read(viewer)).map(({ body }) => body.slice(0, 7))).toEqual(['Amounts', 'Doubled']);
  });

  it('is rewritten by its author alone, who is told of another edit in between', async () => {
    const { viewer, admin } = world.people;
    const { id } = await written(viewer, 'In cents.');
    const edit = (by: Persona, body: string, ifMatch: number) => updateNote(by.actor, { plan, id, ifMatch, body });
    expect(await edit(admin, 'In euros.', 1)).toMatchObject({ error: { code: 'access.denied' } });
    expect(await edit(viewer, 'In euros.', 1)).toMatchObject({ value: { body: 'In euros.', lockVersion: 2 } });
    expect(await edit(viewer, 'In pounds.', 1)).toMatchObject({ error: { code: 'note.stale' } });
  });

  it('is deleted by its author or an admin, and the record keeps no word of it', async () => {
    const { viewer, approver, admin } = world.people;
    const own = await written(viewer, 'Mine.');
    const theirs = await written(viewer, 'Theirs to delete.');
    const remove = (by: Persona, id: string) => removeNote(by.actor, { plan, id });
    expect(await remove(await addPerson(world.workspaceId, 'viewer'), own.id)).toMatchObject({ ok: false });
    expect(await remove(approver, own.id)).toMatchObject({ error: { code: 'access.denied', needs: 'admin' } });
    expect(await remove(viewer, own.id)).toMatchObject({ ok: true });
    expect(await remove(admin, theirs.id)).toMatchObject({ ok: true });
    expect(await remove(admin, theirs.id)).toMatchObject({ error: { code: 'note.not-found' } });
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: theirs.id } });
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain('Theirs to delete');
  });

  it('tells whom it names, once, and shows their name', async () => {
    const { viewer, approver } = world.people;
    const { id, mentions, lockVersion } = await written(viewer, `Ask @${approver.userId} or @us_0000000000nobody.`);
    expect(mentions).toEqual([{ id: approver.userId, name: approver.name }]);
    const jobs = () =>
      prisma().$queryRaw<{ payload: Parameters<typeof tellNamed>[0] }[]>`
        select payload from graphile_worker._private_jobs where payload->>'noteId' = ${id}`;
    const [job] = await jobs();
    if (!job) throw new Error('nobody is told');
    expect(job.payload.userIds).toEqual([approver.userId]);
    await tellNamed(job.payload);
    await tellNamed(job.payload);
    const inbox = await listInbox(approver.actor, { tab: 'important', limit: 50 });
    const heard = inbox.ok ? inbox.value.items.filter(({ news }) => news.kind === 'mentioned') : [];
    expect(heard).toMatchObject([
      {
        reasons: ['mentioned'],
        news: { words: 'mentioned you in a note beside Order Completed', items: [{ itemId }] },
      },
    ]);
    // Written again, it tells nobody anew.
    await updateNote(viewer.actor, { plan, id, ifMatch: lockVersion, body: `Do ask @${approver.userId}.` });
    expect(await jobs()).toHaveLength(1);
  });

  it('cannot stand beside an item of elsewhere', async () => {
    const other = await addPlan(world);
    const elsewhere = await createWorld();
    const { actor } = world.people.admin;
    expect(await createNote(actor, { plan: other.slug, itemId, body: 'Here?' })).toMatchObject({
      error: { code: 'item.not-found' },
    });
    expect(await listNotes(elsewhere.people.admin.actor, { plan, item: itemId })).toMatchObject({
      error: { code: 'plan.not-found' },
    });
  });
});
