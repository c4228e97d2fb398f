import 'server-only';
import type { ChangeRequestOrigin, ChangeRequestStatus } from '../domain/review/change-request';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';
import type { ReleaseSummary } from './releases';
import { enumOf, wordOf } from './words';

/** A change request in a list: what it is and how far, without its changes. */
export interface ChangeRequestEntry {
  readonly id: string;
  readonly planId: string;
  readonly planSlug: string;
  readonly number: number;
  readonly title: string;
  readonly status: ChangeRequestStatus;
  readonly origin: ChangeRequestOrigin;
  readonly author: { readonly id: string; readonly name: string };
  readonly baseRelease: number;
  readonly mergedRelease: number | null;
  readonly changeCount: number;
  readonly unresolvedThreads: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  /** Of a merged one: what its release says of itself. */
  readonly released: ReleaseSummary | null;
}

/** Which requests; absent members do not restrict. */
export interface ChangeRequestFilter {
  readonly planId?: string | undefined;
  readonly statuses?: readonly ChangeRequestStatus[] | undefined;
  readonly authorId?: string | undefined;
  /** Authored, edited or taken over by. */
  readonly contributorId?: string | undefined;
  readonly itemId?: string | undefined;
  /** Words of the title, or a number. */
  readonly q?: string | undefined;
  /** Asked to review, themselves or by a team. */
  readonly askedOf?: { readonly userId: string; readonly teamIds: readonly string[] } | undefined;
  /** Without those this person had a hand in. */
  readonly notContributorId?: string | undefined;
}

const fields = {
  id: true,
  planId: true,
  number: true,
  title: true,
  status: true,
  origin: true,
  baseRelease: true,
  mergedRelease: true,
  createdAt: true,
  updatedAt: true,
  submittedAt: true,
  author: { select: { id: true, name: true } },
  plan: { select: { slug: true } },
  release: { select: { summary: true } },
  _count: {
    select: { changes: true, threads: { where: { resolvedAt: null, comments: { some: { pending: false } } } } },
  },
} satisfies Prisma.ChangeRequestSelect;
type Row = Prisma.ChangeRequestGetPayload<{ select: typeof fields }>;

/** Change requests of a workspace, last moved first. */
export async function listChangeRequests(
  tx: Tx,
  workspaceId: string,
  filter: ChangeRequestFilter,
  request: PageRequest,
): Promise<Page<ChangeRequestEntry>> {
  const where = whereOf(workspaceId, filter);
  const [at, id] = placeOf(request.cursor) ?? [];
  const moment = typeof at === 'number' ? new Date(at) : undefined;
  const after: Prisma.ChangeRequestWhereInput =
    moment && typeof id === 'string'
      ? { OR: [{ updatedAt: { lt: moment } }, { updatedAt: moment, id: { gt: id } }] }
      : {};
  const rows = await tx.changeRequest.findMany({
    where: { AND: [where, after] },
    select: fields,
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: request.limit + 1,
  });
  const total = await tx.changeRequest.count({ where });
  return pageFrom(rows, request, total, (row) => [row.updatedAt.getTime(), row.id], toEntry);
}

function whereOf(workspaceId: string, filter: ChangeRequestFilter): Prisma.ChangeRequestWhereInput {
  const { planId, statuses, authorId, contributorId, notContributorId, itemId, askedOf } = filter;
  const q = filter.q?.trim();
  const number = /^#?(\d{1,9})$/u.exec(q ?? '')?.[1];
  const all: Prisma.ChangeRequestWhereInput[] = [{ workspaceId }];
  if (planId !== undefined) all.push({ planId });
  if (statuses !== undefined) all.push({ status: { in: statuses.map((status) => enumOf(status)) } });
  if (authorId !== undefined) all.push({ authorId });
  if (contributorId !== undefined) all.push({ contributors: { some: { userId: contributorId } } });
  if (notContributorId !== undefined) all.push({ contributors: { none: { userId: notContributorId } } });
  if (itemId !== undefined) all.push({ changes: { some: { itemId } } });
  if (askedOf !== undefined) {
    const asked = { OR: [{ userId: askedOf.userId }, { teamId: { in: [...askedOf.teamIds] } }], removedAt: null };
    all.push({ reviewRequests: { some: asked } });
  }
  if (number !== undefined) all.push({ number: Number(number) });
  else if (q) all.push({ title: { contains: q, mode: 'insensitive' } });
  return { AND: all };
}

function toEntry({ _count, plan, status, origin, release, ...row }: Row): ChangeRequestEntry {
  return {
    ...row,
    planSlug: plan.slug,
    status: wordOf(status),
    origin: origin as ChangeRequestOrigin,
    changeCount: _count.changes,
    unresolvedThreads: _count.threads,
    released: release ? (release.summary as unknown as ReleaseSummary) : null,
  };
}
