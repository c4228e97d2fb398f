import { beforeAll, describe, expect, it } from 'vitest';
import { createJourneySchema, type SaveJourney, saveJourneySchema } from '@/lib/contracts/journeys';
import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { atMoment } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { drawPng } from '@/lib/infra/draw-png';
import { dropPastJourneyImage, sweepJourneyImages } from '@/lib/store/journey-images';
import { listJourneys } from './list-journeys';
import { readJourney } from './read-journey';
import { readPictureFile } from './read-picture';
import { createJourney, removeJourney, restoreJourney, updateJourney } from './save-journey';
import { uploadPicture } from './upload-picture';

const live = { lifecycle: { state: 'live' } };
const web = itemOf('source', 'Web', live);
const signUp = itemOf('event', 'Signed Up', { ...live, stage: 'activation', category: 'Account', sources: [web.id] });
const invited = itemOf('event', 'Friend Invited', { ...live, stage: 'activation', category: 'Account' });

let world: World;
let place: Awaited<ReturnType<typeof addPlan>>;
let actor: Persona['actor'];

beforeAll(async () => {
  world = await createWorld();
  place = await addPlan(world);
  actor = world.people.contributor.actor;
  await mergeItems(place, [web, signUp, invited]);
});

let counter = 0;

async function begin(more: object = {}, by: Persona = world.people.contributor) {
  counter += 1;
  return createJourney(by.actor, {
    plan: place.slug,
    ...createJourneySchema.parse({ name: `Journey ${counter}`, ...more }),
  });
}

async function begun(more: object = {}) {
  const done = await begin(more);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

const write = (id: string, ifMatch: number, body: Partial<SaveJourney>, plan = place.slug) =>
  updateJourney(actor, { plan, id, ifMatch, ...saveJourneySchema.parse({ name: `Saved ${id}`, steps: [], ...body }) });

const bytes = (width: number) => drawPng({ width, height: 3, palette: [[0, 0, 0]], boxes: [] });
const send = (data: Uint8Array, by = actor, plan = place.slug) =>
  uploadPicture(by, { plan }, new Blob([new Uint8Array(data)]).stream());

const sent = (width: number) => sentTo(place.slug, width);

async function sentTo(plan: string, width: number): Promise<string> {
  const done = await send(bytes(width), actor, plan);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.digest;
}

describe('a journey', () => {
  it('starts with the events of a category and says which of the stage it leaves out', async () => {
    const { id } = await begun({ category: 'Account' });
    const read = await readJourney(world.people.viewer.actor, { plan: place.slug, id });
    expect(read).toMatchObject({
      value: {
        release: 1,
        steps: [
          { event: { name: 'Friend Invited' }, standing: { code: 'no-source' }, problem: null },
          { event: { name: 'Signed Up' }, standing: { code: 'live' } },
        ],
        edges: [{ isBack: false }],
        coverage: [{ stage: 'activation', steps: 2, live: 1, waiting: 1, told: 2, untold: { total: 0 } }],
      },
    });
    expect(await begin({}, world.people.viewer)).toMatchObject({ error: { code: 'access.denied' } });
  });

  it('keeps branches, a picture and its marks, and refuses what leads nowhere', async () => {
    const { id } = await begun();
    const imageDigest = await sent(7);
    const mark = { id: 'an_1', x: 10, y: 20, width: 30, height: 5, label: 'The button', itemId: signUp.id };
    const steps = [
      { id: 'st_2', eventId: signUp.id, stage: 'activation', imageDigest, imageAlt: 'The form', annotations: [mark] },
      { id: 'st_1', title: 'Landing page', stage: 'activation', goesOn: false, branches: ['st_2'] },
    ];
    expect(await write(id, 1, { steps })).toMatchObject({
      value: {
        lockVersion: 2,
        steps: [
          { id: 'st_2', knownAs: 'Signed Up', image: { width: 7, type: 'image/png' }, annotations: [{ ...mark }] },
          { id: 'st_1', branches: ['st_2'], standing: { code: 'screen' } },
        ],
        edges: [{ to: 'st_1' }, { from: 'st_1', to: 'st_2', isBack: true }],
      },
    });
    const wrong = [
      { id: 'st_1', title: 'A', branches: ['st_9'] },
      { id: 'st_2', eventId: web.id },
      { id: 'st_3', title: 'C', stage: 'nowhere' },
      { id: 'st_4', title: 'D', imageDigest: 'a'.repeat(64) },
      { id: 'st_5', title: 'E', annotations: [{ id: 'an_1', x: 1, y: 1, itemId: web.id }] },
    ];
    const refused = await write(id, 2, { steps: wrong });
    expect(refused.ok ? [] : 'errors' in refused.error && refused.error.errors?.map(({ path }) => path)).toEqual([
      'steps.0.branches',
      'steps.1.eventId',
      'steps.2.stage',
      'steps.3.imageDigest',
      'steps.4.annotations',
      'steps.4.annotations.0.itemId',
    ]);
  });

  it('loses nobody’s edit, and has a name of its own', async () => {
    const { id, name } = await begun();
    expect(await write(id, 1, { description: 'First' })).toMatchObject({ value: { lockVersion: 2 } });
    expect(await write(id, 1, { description: 'Second' })).toMatchObject({ error: { code: 'journey.stale' } });
    const other = await begun({ name });
    expect(await write(other.id, 1, { name: name.toUpperCase() })).toMatchObject({
      value: { name: name.toUpperCase() },
    });
    expect(await begin({ name })).toMatchObject({ error: { code: 'journey.taken' } });
    expect(await write(id, 2, { name })).toMatchObject({ error: { code: 'journey.taken' } });
  });

  it('comes back when it was deleted, with its history in the record', async () => {
    const { id } = await begun({ category: 'Account' });
    await removeJourney(actor, { plan: place.slug, id });
    expect(await readJourney(actor, { plan: place.slug, id })).toMatchObject({ error: { code: 'journey.not-found' } });
    expect(await restoreJourney(actor, { plan: place.slug, id })).toMatchObject({ value: { steps: [{}, {}] } });
    await write(id, 3, { steps: [{ id: 'st_1', title: 'Landing page' }] });
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual([
      ...['journey.create', 'journey.remove', 'journey.restore', 'journey.update'],
    ]);
    expect(entries[3]?.detail).toMatchObject({
      added: ['Landing page'],
      removed: ['Friend Invited', 'Signed Up'],
    });
  });

  it('reads its events at any release, and tells what was renamed since it was written', async () => {
    const own = await addPlan(world);
    const event = itemOf('event', 'Trial Started', live);
    await mergeItems(own, [event]);
    const made = await createJourney(actor, { plan: own.slug, ...createJourneySchema.parse({ name: 'Trial' }) });
    if (!made.ok) throw new Error(made.error.code);
    const { id } = made.value;
    await write(id, 1, { name: 'Trial', steps: [{ id: 'st_1', eventId: event.id }] }, own.slug);
    await mergeItems(own, [itemOf('event', 'Trial Begun', live, event.id)]);
    const problem = {
      code: 'renamed',
      repaired: { eventId: event.id, knownAs: 'Trial Begun', title: '' },
    };
    expect(await readJourney(actor, { plan: own.slug, id })).toMatchObject({
      value: { release: 2, steps: [{ event: { name: 'Trial Begun' }, problem }] },
    });
    expect(await listJourneys(actor, { plan: own.slug })).toMatchObject({ value: { items: [{ problems: 1 }] } });
  });

  it('is read as it stood at any release or date, also when it is deleted since', async () => {
    const own = await addPlan(world);
    const plan = own.slug;
    const event = itemOf('event', 'Trial Started', live);
    const on = (day: string) => new Date(`${day}T12:00:00Z`);
    const created = await atMoment(on('2024-01-10'), async () => {
      await mergeItems(own, [event]);
      return createJourney(actor, { plan, ...createJourneySchema.parse({ name: 'Trial' }) });
    });
    if (!created.ok) throw new Error(created.error.code);
    const { id } = created.value;
    const imageDigest = await atMoment(on('2024-01-11'), async () => sentTo(plan, 21));
    const step = { id: 'st_1', eventId: event.id, imageDigest, imageAlt: 'The form' };
    await atMoment(on('2024-02-10'), () => write(id, 1, { name: 'Trial', steps: [step] }, plan));
    await atMoment(on('2024-03-10'), () => mergeItems(own, [itemOf('event', 'Trial Begun', live, event.id)]));
    const other = { id: 'st_2', title: 'A mail' };
    await atMoment(on('2024-04-10'), () => write(id, 2, { name: 'First trial', steps: [other] }, plan));
    await atMoment(on('2024-05-10'), () => removeJourney(actor, { plan, id }));
    const read = (at: number | string) => readJourney(actor, { plan, id, at });
    const list = async (at: number | string) => {
      const found = await listJourneys(actor, { plan, at });
      return found.ok ? found.value.items.map(({ name, steps, lockVersion }) => [name, steps, lockVersion]) : found;
    };
    const then = { event: { name: 'Trial Started' }, problem: null, image: { digest: imageDigest } };
    expect(await read('2024-01-10')).toMatchObject({ value: { name: 'Trial', steps: [], isDeleted: true } });
    expect(await read('2024-02-10')).toMatchObject({ value: { release: 1, lockVersion: 2, steps: [then] } });
    expect(await read('2024-03-10')).toMatchObject({
      value: { release: 2, steps: [{ event: { name: 'Trial Begun' }, problem: { code: 'renamed' } }] },
    });
    expect(await read('2024-04-10')).toMatchObject({
      value: { name: 'First trial', updatedAt: '2024-04-10T12:00:00.000Z', steps: [{ title: 'A mail' }] },
    });
    const missing = { error: { code: 'journey.not-found' } };
    for (const at of [0, '2024-01-09', '2024-05-10', 2]) {
      expect(await read(at), String(at)).toMatchObject(missing);
      expect(await list(at), String(at)).toEqual([]);
    }
    expect(await list('2024-02-10')).toEqual([['Trial', 1, 2]]);
    expect(await list('2024-04-10')).toEqual([['First trial', 1, 3]]);
    await restoreJourney(actor, { plan, id });
    expect(await read('2024-05-10')).toMatchObject(missing);
    expect(await read('2024-02-10')).toMatchObject({ value: { isDeleted: false, steps: [then] } });
    // The picture that only the past shows is kept, and gives way when there is no room.
    await sweepJourneyImages(prisma(), new Date('2024-06-01'));
    expect(await read('2024-02-10')).toMatchObject({
      value: { steps: [{ image: { width: 21 }, isPictureGone: false }] },
    });
    expect(await dropPastJourneyImage(prisma(), world.workspaceId, own.planId, new Date('2024-06-01'))).toBe(true);
    expect(await dropPastJourneyImage(prisma(), world.workspaceId, own.planId, new Date('2024-06-01'))).toBe(false);
    expect(await read('2024-02-10')).toMatchObject({
      value: { steps: [{ image: null, isPictureGone: true, imageAlt: 'The form' }] },
    });
  });

  it('keeps what it said: no version is changed or removed', async () => {
    const { id } = await begun();
    const where = { journeyId_version: { journeyId: id, version: 1 } };
    const change = prisma().journeyVersion.update({ where, data: { name: 'Rewritten' } });
    await expect(change).rejects.toThrow('history');
    await expect(prisma().journeyVersion.delete({ where })).rejects.toThrow('history');
  });

  it('is unknown in another plan and in another workspace', async () => {
    const { id } = await begun();
    const other = await addPlan(world);
    const stranger = (await createWorld()).people.admin.actor;
    const missing = { error: { code: 'journey.not-found' } };
    expect(await readJourney(actor, { plan: other.slug, id })).toMatchObject(missing);
    expect(await write(id, 1, {}, other.slug)).toMatchObject(missing);
    expect(await removeJourney(actor, { plan: other.slug, id })).toMatchObject(missing);
    expect(await readJourney(stranger, { plan: place.planId, id })).toMatchObject({
      error: { code: 'plan.not-found' },
    });
  });
});

describe('the picture of a step', () => {
  it('is what its bytes are, is kept once, and is read by the plan’s people alone', async () => {
    const digest = await sent(9);
    expect(await sent(9)).toBe(digest);
    const viewer = world.people.viewer.actor;
    const file = await readPictureFile(viewer, { plan: place.slug, digest });
    expect(file).toMatchObject({ value: { contentType: 'image/png', etag: digest, isInline: true } });
    expect(file.ok && Buffer.from(file.value.body).equals(Buffer.from(bytes(9)))).toBe(true);
    expect(await send(bytes(9), viewer)).toMatchObject({ error: { code: 'access.denied' } });
    const page = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await send(page)).toMatchObject({ error: { code: 'journey.not-a-picture' } });
    const other = await addPlan(world);
    const missing = { error: { code: 'journey.no-such-picture' } };
    expect(await readPictureFile(viewer, { plan: other.slug, digest })).toMatchObject(missing);
    const journey = await createJourney(actor, { plan: other.slug, ...createJourneySchema.parse({ name: 'Theirs' }) });
    const id = journey.ok ? journey.value.id : '';
    const steps = [{ id: 'st_1', title: 'Borrowed', imageDigest: digest }];
    expect(await write(id, 1, { steps }, other.slug)).toMatchObject({ error: { code: 'journey.invalid' } });
  });

  it('is swept away when no step shows it for long', async () => {
    const { id } = await begun();
    const [shown, idle] = await atMoment(new Date('2020-01-01'), async () => [await sent(11), await sent(12)] as const);
    await write(id, 1, { steps: [{ id: 'st_1', title: 'A', imageDigest: shown }] });
    await sweepJourneyImages(prisma(), new Date('2020-02-01'));
    expect(await readPictureFile(actor, { plan: place.slug, digest: shown })).toMatchObject({ ok: true });
    expect(await readPictureFile(actor, { plan: place.slug, digest: idle })).toMatchObject({ ok: false });
  });
});
