import type { Metadata } from 'next';
import { OpenEmergencies } from '@/components/change-requests/emergency/emergency-banner';
import { ReleaseList } from '@/components/releases/release-list';
import { WatchMenu } from '@/components/shared/watching/watch-menu';
import { PageHeader } from '@/components/ui/page-header';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listReleases } from '@/lib/features/releases/list-releases';
import type { PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Releases' };

/** What happened to the plan. */
export default async function ReleasesPage({ params }: PlanPageProps) {
  const { workspace, plan } = await params;
  const first = await listReleases(await requireActor(workspace), { plan, limit: 50 });
  return (
    <>
      <PageHeader
        title="Releases"
        secondary={<WatchMenu target="plan" name="the whole plan" label="Watch the plan" />}
      />
      <OpenEmergencies place={{ workspace, plan }} className="px-4 pt-4 lg:px-6" />
      <ReleaseList first={first.ok ? first.value : null} />
    </>
  );
}
