import { expect, it } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { createStage, readHead, type Stage } from '@/lib/features/testing/stage';
import { addPerson, type Persona } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { readChangeRequest } from '@/lib/store/change-requests';
import { call, callFor, type Sender } from './client';

/** A request, by its number. */
type Numbered = { readonly number: number };

/** Something that must be refused: its words, the answer, and who tries it how. */
type Way = readonly [words: string, status: number, code: string, attempt: () => Promise<Response>];

/** Where people try to get round a review: a plan with one item that has an owner and a tag, and everybody who has a part in it. */
export class Court {
  private constructor(
    readonly stage: Stage,
    readonly item: string,
    /** The release that no attempt may leave. */
    readonly head: number,
    /** An approver by role, so that nothing but a hand in the request stands against them. */
    readonly author: Persona,
    readonly owner: Persona,
    /** A contributor who owns nothing. */
    readonly crony: Persona,
  ) {}

  static async open(): Promise<Court> {
    const stage = await createStage();
    const { workspaceId } = stage.world;
    const author = await addPerson(workspaceId, 'approver');
    const crony = await addPerson(workspaceId, 'contributor');
    const owner = await addPerson(workspaceId, 'contributor');
    const first = new Court(stage, stage.itemIds[0] ?? '', 0, author, owner, crony);
    const owned = { owner: { type: 'person', id: owner.userId }, tags: ['money'] };
    const request = await first.propose(stage.author, owned);
    await first.approve(stage.reviewer, request);
    expect((await first.merge(stage.author, request)).status).toBe(200);
    return new Court(stage, first.item, (await readHead(stage)).head, author, owner, crony);
  }

  get boss(): Persona {
    return this.stage.world.people.admin;
  }
  get reviewer(): Persona {
    return this.stage.reviewer;
  }
  get viewer(): Persona {
    return this.stage.world.people.viewer;
  }
  get workspace(): string {
    return `/workspaces/${this.stage.world.slug}`;
  }
  get plan(): string {
    return `${this.workspace}/plans/${this.stage.plan}`;
  }
  at({ number }: Numbered): string {
    return `${this.plan}/change-requests/${number}`;
  }

  /** Names the version that is stored now, without all that a view costs. */
  async lock({ number }: Numbered): Promise<{ 'if-match': string }> {
    const { world, planId } = this.stage;
    const stored = await readChangeRequest(prisma(), world.workspaceId, planId, number);
    return { 'if-match': `"${stored?.lockVersion ?? 0}"` };
  }

  /** A request that edits the item, in review unless it shall stay a draft. */
  async propose(by: Sender, fields: Record<string, unknown>, isSent = true): Promise<ChangeRequestView> {
    const body = { title: 'Orders' };
    const made = await callFor<ChangeRequestView>(by, 'POST', `${this.plan}/change-requests`, { body });
    await this.edit(by, made, fields);
    return isSent ? this.submit(by, made) : made;
  }

  async submit(by: Sender, request: Numbered): Promise<ChangeRequestView> {
    return callFor(by, 'POST', `${this.at(request)}/submit`, { body: {}, headers: await this.lock(request) });
  }

  edit(by: Sender, request: Numbered, fields: Record<string, unknown>): Promise<unknown> {
    return callFor(by, 'PATCH', `${this.at(request)}/changes/${this.item}`, { body: { fields } });
  }

  /** Edits the item as the grid does. */
  editInGrid(by: Sender, { number }: Numbered, fields: Record<string, unknown>): Promise<unknown> {
    const edits = [{ itemId: this.item, fields, expected: {} }];
    return callFor(by, 'POST', `${this.plan}/edits`, { body: { number, edits } });
  }

  async approve(by: Sender, request: Numbered): Promise<Response> {
    return call(by, 'POST', `${this.at(request)}/approve`, { body: {}, headers: await this.lock(request) });
  }

  merge(by: Sender, request: Numbered): Promise<Response> {
    return call(by, 'POST', `${this.at(request)}/merge`, { body: {} });
  }

  async veto(by: Sender, request: Numbered): Promise<ChangeRequestView> {
    const veto = { body: { body: 'Not so.' }, headers: await this.lock(request) };
    return callFor(by, 'POST', `${this.at(request)}/request-changes`, veto);
  }

  /** A request that the reviewer and the owner have approved. */
  async approved(by: Sender, fields: Record<string, unknown>): Promise<ChangeRequestView> {
    const made = await this.propose(by, fields);
    for (const one of [this.reviewer, this.owner]) expect((await this.approve(one, made)).status).toBe(200);
    return made;
  }
}

/** Another meaning, each time. */
export const words = (text: string) => ({ meaning: `${text} ${Math.random()}` });

/** Expects each way to be refused as it says, and the plan to stay where it was. */
export function refuses(court: () => Court, ways: readonly Way[]): void {
  it.each(ways)('%s', async (_, status, code, attempt) => {
    const reply = await attempt();
    const problem = (await reply.json()) as { code?: string };
    expect([reply.status, problem.code], JSON.stringify(problem).slice(0, 400)).toEqual([status, code]);
    expect((await readHead(court().stage)).head).toBe(court().head);
  });
}

/** Expects every promise of the stored plan to hold after all that was tried. */
export async function expectSound({ stage }: Court): Promise<void> {
  const checks = await examineInstance(stage.world.workspaceId);
  expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
}
