import { beforeAll, describe, expect, it } from 'vitest';
import { addPlan } from '@/lib/features/testing/plan';
import { createWorld, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { countVainSearch } from '@/lib/store/synonyms';
import { listSynonyms, listVainSearches } from './list-synonyms';
import { createSynonyms, dismissVainSearch, removeSynonyms, updateSynonyms } from './save-synonyms';

let world: World;
let plan: string;
let planId: string;

beforeAll(async () => {
  world = await createWorld();
  ({ slug: plan, planId } = await addPlan(world));
});

const actor = () => world.people.contributor.actor;
const vain = async () => {
  const list = await listVainSearches(actor(), { plan });
  return list.ok ? list.value.items : [];
};

describe('the synonyms of a plan', () => {
  it('are kept by contributors, each word in one set, and no edit is lost', async () => {
    const made = await createSynonyms(actor(), { plan, words: ['sign-up', 'Sign Up', 'registration'] });
    // A search takes `sign-up` and `Sign Up` for one anyway.
    expect(made).toMatchObject({ value: { words: ['Sign Up', 'registration'], lockVersion: 1 } });
    const create = (...words: string[]) => createSynonyms(actor(), { plan, words });
    expect(await create('enrolment', 'Registration')).toMatchObject({ error: { code: 'synonym.taken' } });
    expect(await create('log in', 'log-in')).toMatchObject({ error: { code: 'synonym.too-few' } });
    expect(await createSynonyms(world.people.viewer.actor, { plan, words: ['a', 'b'] })).toMatchObject({
      error: { code: 'access.denied' },
    });
    const id = made.ok ? made.value.id : '';
    const update = (ifMatch: number) =>
      updateSynonyms(actor(), { plan, id, ifMatch, words: ['sign-up', 'registration', 'enrolment'] });
    expect(await update(1)).toMatchObject({ value: { lockVersion: 2 } });
    expect(await update(1)).toMatchObject({ error: { code: 'synonym.stale' } });
    expect(await listSynonyms(world.people.viewer.actor, { plan })).toMatchObject({ value: { total: 1 } });
    expect(await removeSynonyms(actor(), { plan, id })).toMatchObject({ ok: true });
    expect(await listSynonyms(world.people.viewer.actor, { plan })).toMatchObject({ value: { total: 0 } });
  });

  it('are suggested by what was searched for in vain, until one answers it or it is dismissed', async () => {
    const count = (text: string) => countVainSearch(prisma(), world.workspaceId, { planId, text, at: now() });
    for (const text of ['basket', 'till', 'basket']) await count(text);
    expect((await vain()).map(({ text, count: times }) => [text, times])).toEqual([
      ['basket', 2],
      ['till', 1],
    ]);
    expect(await listVainSearches(world.people.viewer.actor, { plan })).toMatchObject({ ok: false });
    await createSynonyms(actor(), { plan, words: ['basket', 'cart'] });
    expect((await vain()).map(({ text }) => text)).toEqual(['till']);
    expect(await dismissVainSearch(actor(), { plan, text: 'till' })).toMatchObject({ ok: true });
    expect(await vain()).toEqual([]);
    await count('till');
    expect(await vain()).toEqual([]);
    expect(await dismissVainSearch(actor(), { plan, text: 'never' })).toMatchObject({ ok: false });
  });

  it('forget what nobody searched for since three months', async () => {
    const days = (ago: number) => new Date(now().getTime() - ago * 86_400_000);
    await countVainSearch(prisma(), world.workspaceId, { planId, text: 'telegram', at: days(100) });
    await countVainSearch(prisma(), world.workspaceId, { planId, text: 'fax', at: now() });
    expect((await vain()).map(({ text }) => text)).toEqual(['fax']);
  });
});
