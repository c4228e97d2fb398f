import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '@/lib/features/audit/list-audit-entries';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import type { Place } from '@/lib/store/store-fixture';
import { editNotes, restoreNotes } from './edit-notes';
import { readNotes } from './read-notes';

let world: World;
let place: Place & { slug: string };

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  const order = itemOf('event', 'Order Completed', { meaning: 'Paid' });
  await mergeItems(place, [order]);
  await mergeItems(place, [itemOf('event', 'Order Completed', { meaning: 'Captured' }, order.id)]);
});

describe('notes of a release', () => {
  it('are written by the product until an approver edits them, and can be restored', async () => {
    const { actor } = world.people.approver;
    const at = { plan: place.slug, number: 2 };
    const first = await readNotes(world.people.viewer.actor, at);
    if (!first.ok) throw new Error(first.error.code);
    expect(first.value).toMatchObject({ edited: null, lockVersion: 1, text: first.value.generated });
    expect(first.value.text).toContain('## Meaning changes');
    expect(first.value.text).toContain('**Order Completed**');

    const edited = await editNotes(actor, { ...at, ifMatch: 1, text: 'Counted when captured.' });
    expect(edited).toMatchObject({
      ok: true,
      value: { text: 'Counted when captured.', generated: first.value.generated, edited: { by: { id: actor.userId } } },
    });
    const stale = { ok: false, error: { code: 'release-notes.stale' } };
    expect(await editNotes(actor, { ...at, ifMatch: 1, text: 'Late.' })).toMatchObject(stale);
    const restored = await restoreNotes(actor, { ...at, ifMatch: 2 });
    expect(restored).toMatchObject({ ok: true, value: { text: first.value.generated, edited: null, lockVersion: 3 } });
    // A version that once was never comes back, so an edit that read it is still refused.
    expect(await editNotes(actor, { ...at, ifMatch: 1, text: 'Late.' })).toMatchObject(stale);

    const { items } = await auditOf();
    expect(items.map((entry) => [entry.action, entry.detail.from, entry.detail.to])).toEqual([
      ['release-notes.restore', 'Counted when captured.', null],
      ['release-notes.edit', null, 'Counted when captured.'],
    ]);
  });

  it('are edited by approvers, of releases that are there', async () => {
    const ask = { plan: place.slug, number: 2, ifMatch: 1, text: 'No.' };
    expect(await editNotes(world.people.contributor.actor, ask)).toMatchObject({ error: { code: 'access.denied' } });
    expect(await editNotes(world.people.approver.actor, { ...ask, number: 9 })).toMatchObject({
      error: { code: 'release.not-found' },
    });
  });
});

async function auditOf() {
  const listed = await listAuditEntries(world.people.admin.actor, { limit: 50, subjectKind: 'release-notes' });
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value;
}
