import type { AuditFilter } from '@/lib/contracts/audit';
import type { AuditWanted } from '@/lib/store/audit';

/** A filter as it crosses the wire, as the store takes it. */
export function wantedOf({ subjectKind, subjectId, actor, action, from, until }: AuditFilter): AuditWanted {
  return {
    ...{ subjectKind, subjectId, actor, action },
    ...(from ? { from: new Date(from) } : {}),
    ...(until ? { until: new Date(until) } : {}),
  };
}
