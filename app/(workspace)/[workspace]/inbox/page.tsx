import type { Metadata } from 'next';
import { InboxScreen } from '@/components/inbox/inbox-screen';
import { inboxQuerySchema } from '@/lib/contracts/inbox';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listInbox } from '@/lib/features/inbox/list-inbox';

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Inbox' };

/** What one is told, tab by tab. */
export default async function InboxPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const tab = inboxQuerySchema.shape.tab.safeParse((await searchParams).tab).data ?? 'important';
  const page = await listInbox(actor, { tab, limit: 100 });
  return <InboxScreen workspace={workspace} first={page.ok ? { tab, page: page.value } : null} />;
}
