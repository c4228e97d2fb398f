import { beforeAll, describe, expect, it } from 'vitest';
import type { ReviewSettings } from '@/lib/domain/review/checklist';
import { createChangeRequest } from '@/lib/features/change-requests/create-change-request';
import { mergeChangeRequest } from '@/lib/features/change-requests/merge-change-request';
import { approveChangeRequest, submitChangeRequest } from '@/lib/features/change-requests/moves';
import { tickChecklist } from '@/lib/features/change-requests/tick-checklist';
import { addPlan } from '@/lib/features/testing/plan';
import { createWorld, type Persona, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { readReviewSettings } from './read-review-settings';
import { updateReviewSettings } from './update-review-settings';

let world: World;
let plan: string;

const settings: ReviewSettings = {
  template: '## Why\n\n## Who asked for it',
  checklist: [
    { id: 'figures', words: 'The dashboards were looked at', required: 'sending' },
    { id: 'legal', words: 'Legal has seen it', required: 'merging' },
    { id: 'told', words: 'Support knows', required: 'never' },
  ],
  reminderDays: 3,
};

beforeAll(async () => {
  world = await createWorld();
  plan = (await addPlan(world)).slug;
});

const save = (by: Persona, change: Partial<ReviewSettings>, ifMatch: number) =>
  updateReviewSettings(by.actor, { ...settings, ...change, plan, ifMatch });
const begin = (reason: string) =>
  createChangeRequest(world.people.contributor.actor, {
    ...{ plan, title: 'Carts', reason, submit: true },
    items: [{ kind: 'event', namespace: null, name: `Cart ${reason.length} Viewed`, content: {} }] as never,
  });

describe('template and checklist', () => {
  it('are edited by approvers, who do not loosen them, and by admins', async () => {
    const { viewer, contributor, approver, admin } = world.people;
    expect(must(await readReviewSettings(viewer.actor, { plan }))).toMatchObject({ checklist: [], lockVersion: 0 });
    expect(await save(contributor, {}, 0)).toMatchObject({ error: { code: 'access.denied', needs: 'approver' } });
    expect(must(await save(approver, {}, 0))).toEqual({ ...settings, lockVersion: 1 });
    expect(await save(approver, { checklist: [] }, 1)).toMatchObject({ error: { needs: 'admin' } });
    expect(await save(approver, { reminderDays: 5 }, 0)).toMatchObject({ error: { code: 'plan.stale' } });
    must(await save(admin, { checklist: settings.checklist.slice(0, 2) }, 1));
    must(await save(approver, {}, 2));
    const both = await Promise.all([save(admin, { reminderDays: 4 }, 3), save(admin, { reminderDays: 5 }, 3)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await prisma().auditEntry.count({
      where: { workspaceId: world.workspaceId, action: 'review-settings.update' },
    });
    expect(rows).toBe(4);
  });

  it('begin a request, keep it a draft and hold its merge until required lines are ticked', async () => {
    const { contributor, approver, viewer } = world.people;
    expect(must(await begin('Typed by hand')).reason).toBe('Typed by hand');
    const view = must(await begin(''));
    expect(view).toMatchObject({ reason: settings.template, status: 'draft', mayTick: true });
    expect(view.moves.find(({ move }) => move === 'submit')?.whyNot).toBe('Tick first: The dashboards were looked at.');
    const place = { plan, number: view.number };
    expect(await submitChangeRequest(contributor.actor, place)).toMatchObject({ error: { code: 'review.checklist' } });
    const tick = (by: Persona, line: string, ticked = true) => tickChecklist(by.actor, { ...place, line, ticked });
    expect(await tick(viewer, 'figures')).toMatchObject({ error: { code: 'review.not-allowed' } });
    const ticked = must(await tick(contributor, 'figures'));
    expect(ticked.checklist[0]).toMatchObject({ id: 'figures', tick: { by: contributor.name } });
    const sent = must(await submitChangeRequest(contributor.actor, place));
    const { number, lockVersion } = sent;
    must(await approveChangeRequest(approver.actor, { plan, number, ifMatch: lockVersion, covers: null, body: '' }));
    const merge = () => mergeChangeRequest(contributor.actor, place);
    expect(await merge()).toMatchObject({ error: { code: 'review.gates' } });
    must(await tick(approver, 'legal'));
    must(await tick(approver, 'legal', false));
    expect(await merge()).toMatchObject({ error: { code: 'review.gates' } });
    expect(must(await tick(approver, 'legal')).status).toBe('approved');
    must(await merge());
    expect(await tick(approver, 'told')).toMatchObject({ error: { code: 'review.finished' } });
  });

  it('are unknown in another workspace', async () => {
    const stranger = (await createWorld()).people.admin;
    expect(await readReviewSettings(stranger.actor, { plan })).toMatchObject({ error: { code: 'plan.not-found' } });
    expect(await save(stranger, {}, 0)).toMatchObject({ error: { code: 'plan.not-found' } });
  });
});
