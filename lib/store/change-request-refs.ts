import 'server-only';
import type { ChangeRequestStatus } from '../domain/review/change-request';
import type { Tx } from '../infra/db/transaction';
import { wordOf } from './words';

/** A change request as others mention it. */
export interface ChangeRequestRef {
  readonly id: string;
  readonly planSlug: string;
  readonly number: number;
  readonly title: string;
  readonly status: ChangeRequestStatus;
  readonly author: { readonly id: string; readonly name: string };
}

/** Change requests by their ids; unknown ones are missing. */
export async function readChangeRequestRefs(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChangeRequestRef>> {
  const rows = await tx.changeRequest.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: {
      id: true,
      number: true,
      title: true,
      status: true,
      plan: { select: { slug: true } },
      author: { select: { id: true, name: true } },
    },
  });
  return new Map(
    rows.map(({ plan, status, ...row }) => [row.id, { ...row, planSlug: plan.slug, status: wordOf(status) }]),
  );
}
