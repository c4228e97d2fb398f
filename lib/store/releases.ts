import 'server-only';
import type { Significance } from '../domain/plan/significance';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { type Page, type PageRequest, pageFrom, placeOf } from './page';

/** What a merge changed, counted and said once, when it happened. */
export interface ReleaseSummary {
  readonly counts: Readonly<Record<Significance, number>>;
  readonly itemCount: number;
  /** Sentences, loudest first. */
  readonly words: readonly string[];
}

/** The immutable numbered state of a plan, without its items. */
export interface Release {
  readonly planId: string;
  readonly number: number;
  readonly changeRequest: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly reason: string;
  };
  readonly author: { readonly id: string; readonly name: string };
  readonly mergedBy: { readonly id: string; readonly name: string };
  readonly summary: ReleaseSummary;
  /** Who satisfied which requirement with which digests, as it was decided. */
  readonly record: unknown;
  readonly createdAt: Date;
}

const person = { select: { id: true, name: true } } as const;
const fields = {
  planId: true,
  number: true,
  summary: true,
  record: true,
  createdAt: true,
  changeRequest: { select: { id: true, number: true, title: true, reason: true } },
  author: person,
  mergedBy: person,
} satisfies Prisma.ReleaseSelect;
type Row = Prisma.ReleaseGetPayload<{ select: typeof fields }>;

/** A release by its number. */
export async function readRelease(
  tx: Tx,
  workspaceId: string,
  planId: string,
  number: number,
): Promise<Release | undefined> {
  const row = await tx.release.findFirst({ where: { planId, workspaceId, number }, select: fields });
  return row ? toRelease(row) : undefined;
}

/** Releases newest first; those with a difference of a significance or that touched an item, when asked for. */
export async function listReleases(
  tx: Tx,
  workspaceId: string,
  planId: string,
  request: PageRequest & { readonly significance?: Significance | undefined; readonly itemId?: string | undefined },
): Promise<Page<Release>> {
  const { itemId, significance } = request;
  const touched = itemId === undefined ? undefined : await releasesOfItem(tx, workspaceId, planId, itemId);
  const where: Prisma.ReleaseWhereInput = {
    planId,
    workspaceId,
    ...(touched ? { number: { in: touched } } : {}),
    ...(significance ? { summary: { path: ['counts', significance], gt: 0 } } : {}),
  };
  const [before] = placeOf(request.cursor) ?? [];
  const after: Prisma.ReleaseWhereInput = typeof before === 'number' ? { number: { lt: before } } : {};
  const rows = await tx.release.findMany({
    where: { AND: [where, after] },
    select: fields,
    orderBy: { number: 'desc' },
    take: request.limit + 1,
  });
  return pageFrom(rows, request, await tx.release.count({ where }), ({ number }) => [number], toRelease);
}

/** What every release up to one of them is called and said to have changed, newest first. */
export async function listReleaseWords(
  tx: Tx,
  workspaceId: string,
  planId: string,
  upTo: number,
): Promise<{ number: number; createdAt: Date; title: string; summary: ReleaseSummary }[]> {
  const rows = await tx.release.findMany({
    where: { planId, workspaceId, number: { lte: upTo } },
    select: { number: true, createdAt: true, summary: true, changeRequest: { select: { title: true } } },
    orderBy: { number: 'desc' },
  });
  return rows.map(({ changeRequest, summary, ...rest }) => ({
    ...rest,
    title: changeRequest.title,
    summary: summary as unknown as ReleaseSummary,
  }));
}

/** The release that was live at a moment; 0 before the first. */
export async function findReleaseAt(tx: Tx, workspaceId: string, planId: string, at: Date): Promise<number> {
  const row = await tx.release.findFirst({
    where: { planId, workspaceId, createdAt: { lte: at } },
    select: { number: true },
    orderBy: { number: 'desc' },
  });
  return row?.number ?? 0;
}

/** When a release was made; undefined when there is none of this number. */
export async function readReleasedAt(
  tx: Tx,
  workspaceId: string,
  planId: string,
  number: number,
): Promise<Date | undefined> {
  const row = await tx.release.findFirst({ where: { planId, workspaceId, number }, select: { createdAt: true } });
  return row?.createdAt;
}

/** The numbers of the releases that created, changed or removed an item, oldest first. */
export async function releasesOfItem(tx: Tx, workspaceId: string, planId: string, itemId: string): Promise<number[]> {
  const rows = await tx.revision.findMany({
    where: { itemId, planId, workspaceId },
    select: { fromRelease: true, toRelease: true },
  });
  const numbers = rows.flatMap(({ fromRelease, toRelease }) =>
    toRelease === null ? [fromRelease] : [fromRelease, toRelease],
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function toRelease(row: Row): Release {
  return { ...row, summary: row.summary as unknown as ReleaseSummary };
}
