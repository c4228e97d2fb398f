import { beforeAll, describe, expect, it } from 'vitest';
import { createJourneySchema, saveJourneySchema } from '@/lib/contracts/journeys';
import { openExport } from '@/lib/features/exports/open-export';
import { createTerm } from '@/lib/features/glossary/save-term';
import { createJourney, removeJourney, updateJourney } from '@/lib/features/journeys/save-journey';
import { createNote } from '@/lib/features/notes/save-note';
import { createShareLink } from '@/lib/features/share-links/create-share-link';
import { listShareLinks } from '@/lib/features/share-links/list-share-links';
import { revokeShareLink } from '@/lib/features/share-links/revoke-share-link';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment, now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import type { Place } from '@/lib/store/store-fixture';
import { answerSharedPage } from './shared-page';

let world: World;
let place: Place & { readonly slug: string };
const event = itemOf('event', 'Order Completed', { meaning: 'A customer has paid.' });

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  const { contributor } = world.people;
  const owner = { type: 'person', id: contributor.userId };
  await mergeItems(place, [itemOf('event', event.name, { ...event.content, owner }, event.id)]);
  await mergeItems(place, [
    itemOf('event', event.name, { ...event.content, owner, meaning: 'The money is ours.' }, event.id),
  ]);
  await createNote(contributor.actor, { plan: place.slug, itemId: event.id, body: 'Only between us' });
  await createTerm(contributor.actor, {
    plan: place.slug,
    ...{ term: 'Customer', definition: 'Who has paid once.', aliases: [], owner: null },
  });
});

async function made(by: Persona, release: number | null = null, plan = place.slug) {
  const done = await createShareLink(by.actor, { plan, name: 'Agency', release, expiresInDays: 7 });
  if (!done.ok) throw new Error(done.error.code);
  return { ...done.value, token: done.value.url.split('/').at(-2) ?? '' };
}

async function open(token: string, path = 'index.html'): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await answerSharedPage(
    new Request(`https://waymark.example/shared/${token}/${path}`),
    token,
    path.split('/'),
  );
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

describe('a share link', () => {
  it('lets somebody without an account read the plan, its past and its words', async () => {
    const { token, expiresAt } = await made(world.people.approver);
    const home = await open(token);
    expect(home.status).toBe(200);
    expect(home.text).toContain(`Shared by ${world.people.approver.name} until ${expiresAt.slice(0, 10)}. Read only.`);
    const page = await open(token, 'events/order-completed.html');
    expect(page.text).toContain('The money is ours.');
    expect(page.text).toContain('id="history"');
    expect((await open(token, 'events/index.html')).text).toContain('order-completed.html');
    expect((await open(token, 'assets/search-data.js')).text).toContain('"Order Completed"');
    expect((await open(token, 'glossary.html')).text).toContain('Who has paid once.');
    expect((await open(token, 'releases/2.html')).status).toBe(200);
    expect(home.headers.get('x-robots-tag')).toContain('noindex');
    expect(home.headers.get('referrer-policy')).toBe('no-referrer');
    expect(home.headers.get('cache-control')).toBe('private, no-store');
    expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows nothing of what people say or are, but who owns an item', async () => {
    const { token } = await made(world.people.approver);
    const paths = ['index.html', 'events/index.html', 'events/order-completed.html', 'map.html', 'releases/index.html'];
    const pages = await Promise.all(
      [...paths, 'releases/1.html', 'assets/search-data.js'].map((path) => open(token, path)),
    );
    const all = pages.map(({ text }) => text).join('\n');
    expect(all).toContain(world.people.contributor.name);
    expect(all).not.toContain('Only between us');
    expect(all).not.toContain(world.people.admin.name);
    expect(all).not.toMatch(/[\w.]+@[\w.]+|us_[0-9a-z]{8}/);
  });

  it('tells the journeys of its plan as an export does, and of no other plan', async () => {
    const { contributor, viewer, approver } = world.people;
    const other = await addPlan(world);
    const begun = async (plan: string, name: string) => {
      const done = await createJourney(contributor.actor, { plan, ...createJourneySchema.parse({ name }) });
      if (!done.ok) throw new Error(done.error.code);
      return done.value.id;
    };
    const steps = [
      { id: 'st_1', title: 'Looks around', stage: 'activation' },
      { id: 'st_2', eventId: event.id },
    ];
    const journey = { plan: place.slug, id: await begun(place.slug, 'Buying'), ifMatch: 1 };
    await updateJourney(contributor.actor, { ...journey, ...saveJourneySchema.parse({ name: 'Buying', steps }) });
    const id = await begun(place.slug, 'Thrown away');
    await removeJourney(contributor.actor, { plan: place.slug, id });
    await begun(other.slug, 'Elsewhere');

    const { token } = await made(approver);
    const paths = ['index.html', 'journeys/index.html', 'journeys/buying.html', 'assets/search-data.js'];
    const pages = await Promise.all(paths.map((path) => open(token, path)));
    for (const { text } of pages.slice(1)) expect(text).toContain('Buying');
    expect(pages[2]?.text).toContain('../events/order-completed.html');
    expect(pages.map(({ text }) => text).join('\n')).not.toMatch(/Thrown away|Elsewhere/);
    expect((await open(token, 'journeys/elsewhere.html')).status).toBe(404);
    // The journey was written only after that release.
    expect((await open((await made(approver, 1)).token, 'journeys/buying.html')).status).toBe(404);

    const exported = async (filter: string) => {
      const query = { format: 'documentation-site', options: '{}', filter };
      const done = await openExport(viewer.actor, { plan: place.slug, ...query });
      return (done.ok ? done.value.files : []).map(({ path }) => path).filter((path) => path.startsWith('journeys'));
    };
    expect(await exported('')).toEqual(['journeys/index.html', 'journeys/buying.html']);
    expect(await exported('category:none')).toEqual(['journeys/index.html', 'journeys/buying.html']);
    expect(await exported('category:Returns')).toEqual([]);
  });

  it('shows the release it was made for, whatever comes after it', async () => {
    const { token } = await made(world.people.approver, 1);
    const page = await open(token, 'events/order-completed.html');
    // The word was explained only after that release.
    expect(page.text).toContain('A customer has paid.');
    expect(page.text).not.toContain('The money is ours.');
    expect((await open(token, 'glossary.html')).status).toBe(404);
    expect((await open(token, 'releases/2.html')).status).toBe(404);
    const none = await createShareLink(world.people.approver.actor, {
      plan: place.slug,
      ...{ name: 'Agency', release: 9, expiresInDays: 7 as const },
    });
    expect(none).toMatchObject({ error: { code: 'release.not-found' } });
  });

  it('is kept as a hash, noted when it is used, and recorded', async () => {
    const { id, token } = await made(world.people.approver);
    const row = await prisma().shareLink.findFirstOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.lastUsedAt).toBeNull();
    await open(token);
    const list = await listShareLinks(world.people.admin.actor, { plan: place.slug });
    const view = list.ok ? list.value.items.find((one) => one.id === id) : undefined;
    expect(view).toMatchObject({
      isOpen: true,
      lastUsedAt: expect.any(String),
      createdBy: { name: world.people.approver.name },
    });
    expect(JSON.stringify(list)).not.toContain(token);
    await revokeShareLink(world.people.admin.actor, { plan: place.slug, id });
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual(['share-link.create', 'share-link.revoke']);
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain(token);
  });

  it('ends at once, and an ended, revoked or unknown link and a page that is not there are answered alike', async () => {
    const revoked = await made(world.people.approver);
    const ended = await made(world.people.approver);
    const live = await made(world.people.approver);
    expect((await open(revoked.token)).status).toBe(200);
    await revokeShareLink(world.people.approver.actor, { plan: place.slug, id: revoked.id });
    await prisma().shareLink.update({ where: { id: ended.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    const answers = await Promise.all([
      open(revoked.token),
      open(ended.token),
      open(`wms_${'a'.repeat(43)}`),
      open(live.token, 'events/none.html'),
      open(live.token, '../../etc/passwd'),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  it('ends with the plan, and with the role of who made it', async () => {
    const other = await addPlan(world);
    const { token } = await made(world.people.approver, null, other.slug);
    expect((await open(token)).status).toBe(200);
    const { userId } = world.people.approver;
    await prisma().membership.updateMany({ where: { userId }, data: { role: 'CONTRIBUTOR' } });
    expect((await open(token)).status).toBe(404);
    await prisma().membership.updateMany({ where: { userId }, data: { role: 'APPROVER' } });
    expect((await open(token)).status).toBe(200);
    await prisma().plan.update({ where: { id: other.planId }, data: { archivedAt: new Date() } });
    expect((await open(token)).status).toBe(404);
  });

  it('is made, seen and revoked by approvers of its workspace only', async () => {
    const { id } = await made(world.people.approver);
    const { contributor } = world.people;
    const ask = { plan: place.slug, name: 'Agency', release: null, expiresInDays: 7 as const };
    expect(await createShareLink(contributor.actor, ask)).toMatchObject({ error: { code: 'access.denied' } });
    expect(await listShareLinks(contributor.actor, { plan: place.slug })).toMatchObject({
      error: { code: 'access.denied' },
    });
    const stranger = (await createWorld()).people.admin.actor;
    expect(await revokeShareLink(stranger, { plan: place.planId, id })).toMatchObject({
      error: { code: 'plan.not-found' },
    });
    expect(await createShareLink(stranger, { ...ask, plan: place.planId })).toMatchObject({
      error: { code: 'plan.not-found' },
    });
    const far = { plan: (await addPlan(world)).slug, id };
    expect(await revokeShareLink(world.people.approver.actor, far)).toMatchObject({
      error: { code: 'share-link.not-found' },
    });
  });

  it('does not answer without end', async () => {
    const answers = await atMoment(now(), () =>
      Promise.all(Array.from({ length: 320 }, () => answerSharedPage(new Request('https://a.example'), 'many', []))),
    );
    expect(answers.at(-1)?.status).toBe(429);
    expect(answers[0]?.status).toBe(308);
  });
});
