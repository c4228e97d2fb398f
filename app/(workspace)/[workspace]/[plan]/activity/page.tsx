import type { Metadata } from 'next';
import { ActivityList } from '@/components/activity/activity-list';
import { WatchMenu } from '@/components/shared/watching/watch-menu';
import { PageHeader } from '@/components/ui/page-header';
import { activityPageSize } from '@/lib/client/activity';
import { listPlanActivity } from '@/lib/features/activity/list-activity';
import { requireActor } from '@/lib/features/auth/current-actor';
import type { PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Activity' };

/** What was done in the plan, day by day. */
export default async function ActivityPage({ params }: PlanPageProps) {
  const { workspace, plan } = await params;
  const first = await listPlanActivity(await requireActor(workspace), { plan, limit: activityPageSize });
  return (
    <>
      <PageHeader
        title="Activity"
        secondary={<WatchMenu target="plan" name="the whole plan" label="Watch the plan" />}
      />
      <div className="px-4 py-4 lg:px-6">
        <ActivityList
          of={{ type: 'plan', workspace, plan }}
          first={first.ok ? first.value : null}
          empty="Nothing has happened in this plan yet. What people propose, review, merge and announce is listed here, day by day."
        />
      </div>
    </>
  );
}
