import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActivityList } from '@/components/activity/activity-list';
import { OwnedItems } from '@/components/activity/owned-items';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { activityPageSize } from '@/lib/client/activity';
import { roleWords } from '@/lib/domain/access/roles';
import { listPersonActivity } from '@/lib/features/activity/list-activity';
import { readPerson } from '@/lib/features/activity/read-person';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listOwned } from '@/lib/features/items/list-owned';

interface Props {
  params: Promise<{ workspace: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, id } = await params;
  const person = await readPerson(await requireActor(workspace), { id });
  return { title: person.ok ? person.value.name : 'Nothing here' };
}

/** A person: what they did in the plans of the workspace, and what they own. */
export default async function PersonPage({ params }: Props) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const person = await readPerson(actor, { id });
  if (!person.ok) notFound();
  const { name, role, teams, isYou } = person.value;
  const [first, owned] = await Promise.all([
    listPersonActivity(actor, { id, limit: activityPageSize }),
    listOwned(actor, { type: 'person', id }),
  ]);
  return (
    <>
      <PageHeader
        title={name}
        state={
          <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
            {isYou ? <span>This is you</span> : null}
            <Badge>{role === null ? 'No longer a member' : roleWords[role].label}</Badge>
            {teams.map((team) => team.name).join(', ')}
          </span>
        }
      />
      <div className="grid grid-cols-1 gap-8 px-4 py-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:px-6">
        <ActivityList
          of={{ type: 'person', workspace, id }}
          first={first.ok ? first.value : null}
          empty={`${name} has done nothing in the plans yet.`}
        />
        {owned.ok ? <OwnedItems workspace={workspace} name={name} owned={owned.value} /> : null}
      </div>
    </>
  );
}
