import type { Metadata } from 'next';
import { ListScreen } from '@/components/change-requests/list-screen';
import { listChangeRequestsQuerySchema } from '@/lib/contracts/change-requests';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listChangeRequestRows } from '@/lib/features/change-requests/list-change-requests';

export const metadata: Metadata = { title: 'Change requests' };

interface Props {
  params: Promise<{ workspace: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where every change request stands. */
export default async function ChangeRequestsPage({ params, searchParams }: Props) {
  const [{ workspace, plan }, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(workspace);
  const { tab, q } = search;
  const asked = listChangeRequestsQuerySchema.safeParse({ tab: tab ?? 'open', ...(q ? { q } : {}) });
  const ask = asked.success ? asked.data : listChangeRequestsQuerySchema.parse({});
  const page = await listChangeRequestRows(actor, { plan, ...ask });
  return <ListScreen first={page.ok ? { tab: ask.tab, q: ask.q ?? '', page: page.value } : null} />;
}
