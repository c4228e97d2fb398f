import type { Metadata } from 'next';
import { AuditList } from '@/components/settings/audit-list';
import { NoAccess } from '@/components/settings/no-access';
import { SettingsSection } from '@/components/settings/settings-section';
import { auditOptions } from '@/lib/client/audit';
import { listAuditEntries } from '@/lib/features/audit/list-audit-entries';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listAdminNames } from '@/lib/features/members/list-admin-names';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'Audit · Settings' };

/** The record of state changes, for admins. */
export default async function AuditPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await listAuditEntries(actor, { limit: 50 });
  return (
    <SettingsSection
      title="Audit"
      description="Every state change: who, when, by what. Entries are never altered; each carries the hash of the one before."
    >
      {read.ok ? (
        <Seeded data={[[auditOptions(workspace).queryKey, { pages: [read.value], pageParams: [null] }]]}>
          <AuditList workspace={workspace} />
        </Seeded>
      ) : (
        <NoAccess what="Reading the audit" needs={read.error.needs} admins={await listAdminNames(actor)} />
      )}
    </SettingsSection>
  );
}
