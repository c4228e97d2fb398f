import { auditPageSchema, auditQuerySchema } from '@/lib/contracts/audit';
import { listAuditEntries } from '@/lib/features/audit/list-audit-entries';
import { get, type Route } from './route';

/** The record of state changes. */
export const auditRoutes: readonly Route[] = [
  get('/audit', {
    summary: 'List state changes, newest first',
    action: 'audit.read',
    query: auditQuerySchema,
    result: auditPageSchema,
    run: listAuditEntries,
  }),
];
