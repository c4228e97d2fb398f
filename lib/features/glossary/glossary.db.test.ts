import { beforeAll, describe, expect, it } from 'vitest';
import { createTermSchema } from '@/lib/contracts/glossary';
import { addPlan } from '@/lib/features/testing/plan';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { listTerms } from './list-terms';
import { createTerm, removeTerm, restoreTerm, updateTerm } from './save-term';

let world: World;
let plan: string;

beforeAll(async () => {
  world = await createWorld();
});

const add = (term: string, more: object = {}, by: Persona = world.people.contributor) =>
  createTerm(by.actor, { plan, ...createTermSchema.parse({ term, definition: `What ${term} means.`, ...more }) });

async function added(term: string, more: object = {}) {
  const done = await add(term, more);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

async function known(): Promise<string[]> {
  const list = await listTerms(world.people.viewer.actor, { plan });
  return list.ok ? list.value.items.map(({ term }) => term) : [];
}

describe('the glossary of a plan', () => {
  beforeAll(async () => {
    plan = (await addPlan(world)).slug;
  });

  it('is written by contributors and read by all, in order', async () => {
    const owner = { type: 'person', id: world.people.approver.userId };
    const made = await added('Qualified lead', { aliases: ['SQL', 'qualified-lead', 'sales lead'], owner });
    // What is written like the term itself says nothing more.
    expect(made).toMatchObject({ anchor: 'qualified-lead', aliases: ['SQL', 'sales lead'], lockVersion: 1 });
    expect(made.owner?.name).toBe(world.people.approver.name);
    await added('Active account');
    expect(await known()).toEqual(['Active account', 'Qualified lead']);
    expect(await add('Churn', {}, world.people.viewer)).toMatchObject({ error: { code: 'access.denied' } });
  });

  it('explains a word once, whether as a term or as another word for one', async () => {
    await added('Order', { aliases: ['purchase'] });
    expect(await add('ordеr')).toMatchObject({ error: { code: 'glossary.taken' } });
    expect(await add('Purchase')).toMatchObject({ error: { code: 'glossary.taken', detail: expect.any(String) } });
    const foreign = { type: 'person', id: (await createWorld()).people.admin.userId };
    expect(await add('Refund', { owner: foreign })).toMatchObject({ error: { code: 'glossary.unknown-owner' } });
  });

  it('loses nobody’s edit: the second writer is told', async () => {
    const { id } = await added('Trial');
    const edit = (definition: string, ifMatch: number) =>
      updateTerm(world.people.contributor.actor, { plan, id, ifMatch, definition });
    expect(await edit('Fourteen days.', 1)).toMatchObject({ value: { lockVersion: 2, definition: 'Fourteen days.' } });
    expect(await edit('Thirty days.', 1)).toMatchObject({ error: { code: 'glossary.stale' } });
  });

  it('brings a deleted word back, unless another took its place, and keeps the history in the record', async () => {
    const { actor } = world.people.contributor;
    const { id } = await added('Seat');
    await removeTerm(actor, { plan, id });
    expect(await known()).not.toContain('Seat');
    expect(await restoreTerm(actor, { plan, id })).toMatchObject({ value: { term: 'Seat' } });
    expect(await known()).toContain('Seat');
    await removeTerm(actor, { plan, id });
    await added('seat');
    expect(await restoreTerm(actor, { plan, id })).toMatchObject({ error: { code: 'glossary.taken' } });
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual([
      ...['glossary.create', 'glossary.remove', 'glossary.restore', 'glossary.remove'],
    ]);
    expect(entries[1]?.detail).toMatchObject({ name: 'Seat', from: { definition: 'What Seat means.' }, to: null });
  });

  it('is another in every plan and unknown in every other workspace', async () => {
    const other = await addPlan(world);
    const { id } = await added('Ledger');
    const elsewhere = await createWorld();
    const { actor } = world.people.contributor;
    expect(await removeTerm(actor, { plan: other.slug, id })).toMatchObject({ error: { code: 'glossary.not-found' } });
    expect(await listTerms(elsewhere.people.admin.actor, { plan: other.planId })).toMatchObject({
      error: { code: 'plan.not-found' },
    });
  });
});
