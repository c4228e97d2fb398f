import 'server-only';
import * as z from 'zod';
import { type ImportView, importSummarySchema } from '@/lib/contracts/imports';
import { findingSchema } from '@/lib/domain/transfer/finding';
import { columnViewSchema, mappingSchema } from '@/lib/domain/transfer/mapping';
import type { Tx } from '@/lib/infra/db/transaction';
import type { Import } from '@/lib/store/imports';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';

/** What is kept of how a file is read: its columns as they were found, and the mapping as it stands. */
export const keptMappingSchema = z.object({ columns: z.array(columnViewSchema), mapping: mappingSchema });
export type KeptMapping = z.infer<typeof keptMappingSchema>;

/** The mapping of a staged import. */
export function keptMapping(stored: Import): KeptMapping | undefined {
  return keptMappingSchema.safeParse(stored.mapping).data;
}

/** An import as its screen sees it. */
export async function importView(tx: Tx, workspaceId: string, stored: Import): Promise<ImportView> {
  const kept = keptMapping(stored);
  return {
    ...importRow(stored, await readOwnerNames(tx, workspaceId)),
    columns: kept?.columns ?? [],
    mapping: kept?.mapping ?? null,
    findings: z.array(findingSchema).safeParse(stored.findings).data ?? [],
    summary: importSummarySchema.safeParse(stored.summary).data ?? null,
  };
}

/** An import as a list shows it. */
export function importRow(
  stored: Import,
  names: OwnerNames,
): Omit<ImportView, 'columns' | 'mapping' | 'findings' | 'summary'> {
  return {
    id: stored.id,
    fileName: stored.fileName,
    status: stored.status,
    byteSize: stored.byteSize,
    rowCount: stored.rowCount,
    createdBy: { id: stored.createdById, name: names.nameOf({ type: 'person', id: stored.createdById }) },
    createdAt: stored.createdAt.toISOString(),
    changeRequest: stored.changeRequestNumber,
  };
}
