import { auditCheckSchema, auditExportQuerySchema, auditPageSchema, auditQuerySchema } from '@/lib/contracts/audit';
import { checkAudit } from '@/lib/features/audit/check-audit';
import { exportAudit } from '@/lib/features/audit/export-audit';
import { listAuditEntries } from '@/lib/features/audit/list-audit-entries';
import { download, get, type Route } from './route';

/** The record of state changes. */
export const auditRoutes: readonly Route[] = [
  get('/audit', {
    summary: 'List state changes, newest first',
    action: 'audit.read',
    query: auditQuerySchema,
    result: auditPageSchema,
    run: listAuditEntries,
  }),
  get('/audit/check', {
    summary: 'Compute every link of the record again',
    action: 'audit.read',
    result: auditCheckSchema,
    run: checkAudit,
  }),
  download('/audit/export', {
    summary: 'Export state changes, oldest first, with the hashes that link them',
    action: 'audit.read',
    query: auditExportQuerySchema,
    run: exportAudit,
  }),
];
