import { beforeEach, describe, expect, it } from 'vitest';
import type { ThreadView } from '@/lib/contracts/threads';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import type { Result } from '@/lib/kit/result';
import { createPlan } from '@/lib/store/plans';
import { createChangeRequest } from './create-change-request';
import { addItem, dropChange, editChange } from './edit-change';
import { listChangeRequestRows } from './list-change-requests';
import { approveChangeRequest, commentOnChangeRequest } from './moves';
import { readChangeRequestView } from './read-change-request';
import { editComment, listThreadsOf, removeComment, replyToThread, resolveThread, startThread } from './threads';

const plan = 'web';
const meaning = { field: 'meaning', member: null, part: null };
let world: World;
let author: Persona;
let reviewer: Persona;
let number: number;
let itemId: string;

beforeEach(async () => {
  world = await createWorld();
  await createPlan(prisma(), world.workspaceId, {
    id: newId('pl'),
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
  const view = must(
    await createChangeRequest(author.actor, {
      plan,
      title: 'Orders',
      reason: 'To know',
      submit: true,
      items: [{ kind: 'event', namespace: null, name: 'Order Completed', content: { meaning: 'Money is ours.' } }],
    }),
  );
  number = view.number;
  itemId = view.changes[0]?.itemId ?? '';
});

const codeOf = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.error.code);
const at = () => ({ plan, number });
const begin = async (by: Persona, body: string, more: { pending?: boolean; suggestion?: string } = {}) =>
  must(await startThread(by.actor, { ...at(), itemId, field: 'meaning', body, ...more })).items;
const threadsFor = async (by: Persona) => must(await listThreadsOf(by.actor, at())).items;
const bodies = (threads: readonly ThreadView[]) => threads.map((one) => one.comments.map(({ body }) => body));

/** Everything the API answers somebody about the request, as one text. */
async function allAnswersTo(by: Persona): Promise<string> {
  const list = await listChangeRequestRows(by.actor, { plan, tab: 'open', limit: 50 });
  return JSON.stringify([
    await threadsFor(by),
    must(await readChangeRequestView(by.actor, at())),
    must<unknown>(list as Result<unknown, { code: string }>),
  ]);
}

/** Who is told that they were named, by the jobs of the outbox. */
async function named(): Promise<string[]> {
  const rows = await prisma().$queryRaw<
    { payload: { workspaceId: string; events: { type: string; userIds?: string[] }[] } }[]
  >`
    select payload from graphile_worker._private_jobs order by id`;
  return rows
    .filter(({ payload }) => payload.workspaceId === world.workspaceId)
    .flatMap(({ payload }) => payload.events.flatMap((event) => event.userIds ?? []));
}

describe('comments that are kept', () => {
  it('are seen by nobody else in any answer, and by their writer everywhere', async () => {
    const before = await allAnswersTo(author);
    const mine = await begin(reviewer, 'A secret for now', { pending: true });
    expect(mine[0]).toMatchObject({ pending: true, comments: [{ body: 'A secret for now', pending: true }] });
    expect(await allAnswersTo(author)).toBe(before);
    expect(bodies(await threadsFor(reviewer))).toEqual([['A secret for now']]);
    const thread = mine[0]?.id ?? '';
    expect(codeOf(await replyToThread(author.actor, { ...at(), thread, body: 'Found it' }))).toBe('thread.not-found');
    expect(codeOf(await resolveThread(reviewer.actor, { ...at(), thread, resolved: true }))).toBe('thread.pending');
  });

  it('stay out of a discussion that others read until they are posted', async () => {
    const [thread] = await begin(author, 'Why so?');
    const place = { ...at(), thread: thread?.id ?? '' };
    must(await replyToThread(reviewer.actor, { ...place, body: 'Because', pending: true }));
    expect(bodies(await threadsFor(author))).toEqual([['Why so?']]);
    const comment = (await threadsFor(reviewer))[0]?.comments[1]?.id ?? '';
    must(await editComment(reviewer.actor, { ...place, comment, pending: false }));
    expect(bodies(await threadsFor(author))).toEqual([['Why so?', 'Because']]);
  });

  it('go out with a verdict, whichever it is', async () => {
    await begin(reviewer, 'First', { pending: true });
    await begin(reviewer, 'Second', { pending: true });
    must(await approveChangeRequest(reviewer.actor, { ...at(), covers: null, ifMatch: await lock(), body: '' }));
    expect(bodies(await threadsFor(author))).toEqual([['First'], ['Second']]);
    expect((await threadsFor(author)).some((one) => one.pending)).toBe(false);
    await begin(reviewer, 'Third', { pending: true });
    const view = must(await commentOnChangeRequest(reviewer.actor, { ...at(), body: '' }));
    expect(bodies(await threadsFor(author))).toEqual([['First'], ['Second'], ['Third']]);
    expect(view.activity.map((one) => one.words)).toContain('posted 2 comments');
    expect(codeOf(await commentOnChangeRequest(reviewer.actor, { ...at(), body: '' }))).toBe('review.reason-missing');
  });

  it('stay kept when the verdict is refused', async () => {
    await begin(author, 'Mine', { pending: true });
    const refused = await approveChangeRequest(author.actor, {
      ...at(),
      covers: null,
      ifMatch: await lock(),
      body: '',
    });
    expect(refused.ok).toBe(false);
    expect(await threadsFor(reviewer)).toEqual([]);
  });

  it('tell those they name only when they are posted', async () => {
    const body = `Ask @${author.userId} and @us_nobodyhere00000000000000`;
    const [thread] = await begin(reviewer, body, { pending: true });
    expect(await named()).toEqual([]);
    const comment = thread?.comments[0]?.id ?? '';
    must(await editComment(reviewer.actor, { ...at(), thread: thread?.id ?? '', comment, pending: false }));
    expect(await named()).toEqual([author.userId]);
    expect((await threadsFor(author))[0]?.comments[0]?.mentions.map((one) => one.id)).toEqual([author.userId]);
  });
});

describe('one’s own comment', () => {
  it('is edited and deleted by its writer alone, and keeps its place', async () => {
    const [thread] = await begin(reviewer, 'Whn?');
    const place = { ...at(), thread: thread?.id ?? '', comment: thread?.comments[0]?.id ?? '' };
    must(await replyToThread(author.actor, { ...at(), thread: place.thread, body: 'On capture' }));
    expect(codeOf(await editComment(author.actor, { ...place, body: 'Mine' }))).toBe('comment.not-found');
    expect(codeOf(await removeComment(author.actor, place))).toBe('comment.not-found');
    expect(codeOf(await editComment(reviewer.actor, { ...place, body: ' ' }))).toBe('comment.empty');
    const edited = must(await editComment(reviewer.actor, { ...place, body: 'When?' })).items[0]?.comments[0];
    expect(edited).toMatchObject({ body: 'When?', deleted: false });
    expect(edited?.editedAt).not.toBeNull();
    must(await removeComment(reviewer.actor, place));
    const [after] = await threadsFor(author);
    expect(after?.comments).toMatchObject([
      { body: '', deleted: true, author: { id: reviewer.userId } },
      { body: 'On capture', deleted: false },
    ]);
    expect(codeOf(await editComment(reviewer.actor, { ...place, body: 'Back' }))).toBe('comment.not-found');
  });

  it('leaves nothing when it was not posted yet', async () => {
    const [thread] = await begin(reviewer, 'Never mind', { pending: true });
    const place = { ...at(), thread: thread?.id ?? '', comment: thread?.comments[0]?.id ?? '' };
    expect(must(await removeComment(reviewer.actor, place)).items).toEqual([]);
  });

  it('tells only those whom an edit names anew', async () => {
    const [thread] = await begin(reviewer, `@${author.userId}, when?`);
    const place = { ...at(), thread: thread?.id ?? '', comment: thread?.comments[0]?.id ?? '' };
    const admin = world.people.admin.userId;
    must(await editComment(reviewer.actor, { ...place, body: `@${author.userId} and @${admin}, when?` }));
    expect(await named()).toEqual([author.userId, admin]);
  });
});

describe('discussions', () => {
  it('outlive an edit and keep the wording they were about', async () => {
    await begin(reviewer, 'Whose money?');
    must(await editChange(author.actor, { ...at(), itemId, fields: { meaning: 'The money is ours.' }, expected: {} }));
    expect(await threadsFor(author)).toMatchObject([{ quote: 'Money is ours.', field: 'meaning', itemId }]);
  });

  it('offer a wording with the one it is for, of sentences only', async () => {
    const [thread] = await begin(reviewer, '', { suggestion: 'The money is ours.' });
    expect(thread?.comments[0]?.suggestion).toEqual({ from: 'Money is ours.', text: 'The money is ours.' });
    const wrong = { ...at(), itemId, body: '', suggestion: 'x' };
    expect(codeOf(await startThread(reviewer.actor, { ...wrong, field: 'lifecycle' }))).toBe('thread.no-prose');
    expect(codeOf(await startThread(reviewer.actor, { ...wrong, field: null }))).toBe('thread.no-prose');
    const fields = { meaning: 'The money is ours.' };
    const moved = { ...at(), itemId, fields, expected: { meaning: 'Something older.' } };
    expect(codeOf(await editChange(author.actor, moved))).toBe('change.field-moved');
    must(await editChange(author.actor, { ...moved, expected: { meaning: 'Money is ours.' } }));
  });
});

describe('an item that is put back', () => {
  it('has the id and the discussions it had', async () => {
    await begin(reviewer, 'Whose money?');
    must(await dropChange(author.actor, { ...at(), itemId }));
    const written = { ...at(), kind: 'event' as const, namespace: null, name: 'Order Completed', content: {} };
    expect(must(await addItem(author.actor, { ...written, itemId })).itemId).toBe(itemId);
    expect(await threadsFor(author)).toMatchObject([{ itemId }]);
    expect(codeOf(await addItem(author.actor, { ...written, itemId }))).toBe('item.id-taken');
    expect(codeOf(await addItem(author.actor, { ...written, itemId: newId('ev') }))).toBe('ok');
  });

  it('cannot take the id of an item of another plan or workspace', async () => {
    const other = await createWorld();
    const id = newId('ev');
    const planId = newId('pl');
    const rules = { policy: defaultPolicy, conventions: defaultConventions, stages: [] };
    const their = { id: planId, slug: 'theirs', name: 'Theirs', description: '', ...rules, createdAt: now() };
    await createPlan(prisma(), other.workspaceId, their);
    await prisma().item.create({ data: { id, planId, workspaceId: other.workspaceId, kind: 'event' } });
    const written = { ...at(), kind: 'event' as const, namespace: null, name: 'Cart Viewed', content: {} };
    expect(codeOf(await addItem(author.actor, { ...written, itemId: id }))).toBe('item.id-taken');
  });
});

describe('a claim', () => {
  it('falls when somebody else’s text for its field is taken, and stands with one’s own', async () => {
    const edit = (by: Persona, text: string, claims?: (typeof meaning)[]) =>
      editChange(by.actor, { ...at(), itemId, fields: { meaning: text }, expected: {}, ...(claims ? { claims } : {}) });
    const stored = async () => {
      const rows = await prisma().change.findMany({ where: { itemId, workspaceId: world.workspaceId } });
      return (rows[0]?.claims as unknown[] | undefined)?.length;
    };
    must(await edit(author, 'The money is ours.', [meaning]));
    expect(await stored()).toBe(1);
    must(await edit(author, 'The money is all ours.'));
    expect(await stored()).toBe(1);
    must(await edit(world.people.admin, 'The money was ours.'));
    expect(await stored()).toBe(0);
  });
});

async function lock(): Promise<number> {
  return must(await readChangeRequestView(author.actor, at())).lockVersion;
}
