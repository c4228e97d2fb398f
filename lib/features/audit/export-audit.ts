import 'server-only';
import { stringify } from 'csv-stringify/sync';
import type { AuditFilter } from '@/lib/contracts/audit';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { guardCell } from '@/lib/domain/transfer/cells';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { type AuditLink, listAuditLinks } from '@/lib/store/audit';
import { readNames } from '@/lib/store/users';
import { wantedOf } from './wanted-of';

/** The record as a file that is written while it is read. */
interface AuditFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array>;
}

type Format = 'jsonl' | 'csv';

const entriesAtOnce = 1_000;
const columns = [
  ...['seq', 'at', 'actorId', 'actorName', 'via', 'action', 'subjectKind', 'subjectId', 'detail', 'prevHash', 'hash'],
] as const;

/**
 * The wanted entries of the record, oldest first. A line of JSON Lines is what its `hash` was made of, so the whole
 * record as JSON Lines verifies by itself: docs/audit.md.
 */
export async function exportAudit(
  actor: Actor,
  input: AuditFilter & { format: Format },
): Promise<Result<AuditFile, AccessDenied>> {
  const allowed = can(actor, 'audit.read');
  if (!allowed.ok) return allowed;
  const { format } = input;
  return ok({
    fileName: `audit-${now().toISOString().slice(0, 10)}.${format}`,
    contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
    body: bodyOf(actor.workspaceId, input, format),
  });
}

function bodyOf(workspaceId: string, filter: AuditFilter, format: Format): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const wanted = wantedOf(filter);
  let after = 0;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (format === 'csv') controller.enqueue(encoder.encode(stringify([[...columns]])));
    },
    pull: async (controller) => {
      const links = await listAuditLinks(prisma(), workspaceId, wanted, { after, limit: entriesAtOnce });
      after = links.at(-1)?.seq ?? after;
      if (links.length > 0)
        controller.enqueue(encoder.encode(format === 'csv' ? await csvOf(links) : links.map(jsonLine).join('')));
      if (links.length < entriesAtOnce) controller.close();
    },
  });
}

function jsonLine({ at, ...link }: AuditLink): string {
  return `${JSON.stringify({ ...link, at: at.toISOString() })}\n`;
}

async function csvOf(links: readonly AuditLink[]): Promise<string> {
  const names = await readNames(prisma(), [...new Set(links.flatMap(({ actorId }) => (actorId ? [actorId] : [])))]);
  const rows = links.map((link) => {
    const cells: Record<(typeof columns)[number], string> = {
      ...link,
      seq: String(link.seq),
      at: link.at.toISOString(),
      actorId: link.actorId ?? '',
      actorName: names.get(link.actorId ?? '') ?? '',
      detail: JSON.stringify(link.detail),
    };
    return columns.map((column) => guardCell(cells[column]));
  });
  return stringify(rows);
}
