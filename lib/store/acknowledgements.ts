import 'server-only';
import type { Tx } from '../infra/db/transaction';

/** The last release, up to one, whose change somebody acknowledged for a consumer. */
export async function readLastAcknowledgement(
  tx: Tx,
  workspaceId: string,
  consumerId: string,
  release: number,
): Promise<{ release: number; name: string; at: Date } | undefined> {
  const row = await tx.release.findFirst({
    where: {
      workspaceId,
      number: { lte: release },
      changeRequest: { acknowledgements: { some: { itemId: consumerId, workspaceId } } },
    },
    select: {
      number: true,
      changeRequest: {
        select: {
          acknowledgements: {
            where: { itemId: consumerId, workspaceId },
            select: { createdAt: true, user: { select: { name: true } } },
            orderBy: { createdAt: 'desc' },
            take: 1,
          },
        },
      },
    },
    orderBy: { number: 'desc' },
  });
  const [said] = row?.changeRequest.acknowledgements ?? [];
  return row && said ? { release: row.number, name: said.user.name, at: said.createdAt } : undefined;
}
