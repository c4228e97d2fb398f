import 'server-only';
import { type ConventionSettings, conventionSettingsSchema } from '../domain/conventions/settings';
import { type Policy, policySchema } from '../domain/review/policy';
import type { Plan as Row } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** A tracking plan without its items. */
export interface Plan {
  readonly id: string;
  readonly workspaceId: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** 0 before the first merge. */
  readonly headRelease: number;
  /** Undefined when what is stored cannot be read: then every merge is refused. */
  readonly policy: Policy | undefined;
  /** Undefined when what is stored cannot be read. */
  readonly conventions: ConventionSettings | undefined;
  readonly stages: readonly string[];
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lockVersion: number;
}

/** The plan with this slug or id. */
export async function readPlan(tx: Tx, workspaceId: string, slugOrId: string): Promise<Plan | undefined> {
  const row = await tx.plan.findFirst({ where: { workspaceId, OR: [{ slug: slugOrId }, { id: slugOrId }] } });
  return row ? toPlan(row) : undefined;
}

/** The plans of a workspace by name; archived ones only when asked for. */
export async function listPlans(tx: Tx, workspaceId: string, options: { archived: boolean }): Promise<Plan[]> {
  const rows = await tx.plan.findMany({
    where: { workspaceId, ...(options.archived ? {} : { archivedAt: null }) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toPlan);
}

/** The plans of every workspace in which an item is due for review or ends between two days. */
export async function listPlansWithDates(tx: Tx, from: string, until: string): Promise<Plan[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id from plans p where p.archived_at is null and exists (
      select from revisions r where r.plan_id = p.id and r.to_release is null
        and (r.content->>'reviewBy' between ${from} and ${until} or r.content->>'endsAt' between ${from} and ${until}))
    order by p.id`;
  const plans = await tx.plan.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
  return plans.map(toPlan);
}

/** Begins a plan without items. @returns false when the slug is taken */
export async function createPlan(
  tx: Tx,
  workspaceId: string,
  plan: {
    id: string;
    slug: string;
    name: string;
    description: string;
    policy: Policy;
    conventions: ConventionSettings;
    stages: readonly string[];
    createdAt: Date;
  },
): Promise<boolean> {
  const { policy, conventions, stages, ...rest } = plan;
  const json = { policy: toJson(policy), conventions: toJson(conventions), stages: toJson(stages) };
  return (await tx.plan.createMany({ data: [{ ...rest, ...json, workspaceId }], skipDuplicates: true })).count === 1;
}

/** What can be changed about a plan itself; absent leaves it as it is. */
export interface PlanPatch {
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
  readonly description?: string | undefined;
  readonly policy?: Policy | undefined;
  readonly conventions?: ConventionSettings | undefined;
  readonly stages?: readonly string[] | undefined;
  readonly archivedAt?: Date | null | undefined;
}

/** Changes a plan that nobody changed since it was read. @returns false when somebody did */
export async function savePlan(
  tx: Tx,
  workspaceId: string,
  planId: string,
  lockVersion: number,
  patch: PlanPatch,
): Promise<boolean> {
  const data = {
    lockVersion: { increment: 1 },
    ...(patch.name === undefined ? {} : { name: patch.name }),
    ...(patch.slug === undefined ? {} : { slug: patch.slug }),
    ...(patch.description === undefined ? {} : { description: patch.description }),
    ...(patch.policy === undefined ? {} : { policy: toJson(patch.policy) }),
    ...(patch.conventions === undefined ? {} : { conventions: toJson(patch.conventions) }),
    ...(patch.stages === undefined ? {} : { stages: toJson(patch.stages) }),
    ...(patch.archivedAt === undefined ? {} : { archivedAt: patch.archivedAt }),
  };
  return (await tx.plan.updateMany({ where: { id: planId, workspaceId, lockVersion }, data })).count === 1;
}

/**
 * The plan, its row locked until the transaction ends: its head and its rules stay what they are. Lock the change
 * request first.
 */
export async function lockPlan(tx: Tx, workspaceId: string, planId: string): Promise<Plan | undefined> {
  await tx.$queryRaw`select id from plans where id = ${planId} and workspace_id = ${workspaceId} for no key update`;
  const row = await tx.plan.findFirst({ where: { id: planId, workspaceId } });
  return row ? toPlan(row) : undefined;
}

/** Takes the next number of a change request; a transaction that fails gives it back. */
export async function takeChangeRequestNumber(tx: Tx, workspaceId: string, planId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    update plans set next_change_request_number = next_change_request_number + 1
    where id = ${planId} and workspace_id = ${workspaceId}
    returning next_change_request_number - 1 as number`;
  if (!row) throw new Error(`there is no plan ${planId} to number a change request in`);
  return row.number;
}

function toPlan(row: Row): Plan {
  const { id, workspaceId, slug, name, description, headRelease, archivedAt, createdAt, updatedAt, lockVersion } = row;
  return {
    ...{ id, workspaceId, slug, name, description, headRelease, archivedAt, createdAt, updatedAt, lockVersion },
    policy: policySchema.safeParse(row.policy).data,
    conventions: conventionSettingsSchema.safeParse(row.conventions).data,
    stages: Array.isArray(row.stages) ? row.stages.filter((stage) => typeof stage === 'string') : [],
  };
}
