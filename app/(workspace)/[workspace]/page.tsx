import type { Metadata } from 'next';
import { OpenEmergencies } from '@/components/change-requests/emergency/emergency-banner';
import { HomeScreen } from '@/components/home/home-screen';
import { PageHeader } from '@/components/ui/page-header';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readHome } from '@/lib/features/home/read-home';
import { listPlans } from '@/lib/features/plans/list-plans';
import { workspaceTitle } from './frame-of';

interface Props {
  params: Promise<{ workspace: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await params;
  // A page beside its layout is not named by that layout's template.
  return { title: { absolute: `Home · ${await workspaceTitle(workspace)} · Waymark` } };
}

/** What needs the reader in a workspace. */
export default async function HomePage({ params }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const [home, plans] = await Promise.all([readHome(actor), listPlans(actor, {})]);
  const shown = plans.ok ? plans.value.items.map(({ slug, name }) => ({ slug, name })) : [];
  return (
    <>
      <PageHeader title="Home" />
      {shown.map(({ slug }) => (
        <OpenEmergencies key={slug} place={{ workspace, plan: slug }} className="px-4 pt-4 lg:px-6" />
      ))}
      <HomeScreen workspace={workspace} plans={shown} first={home.ok ? home.value : null} />
    </>
  );
}
