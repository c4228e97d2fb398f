import type { Metadata } from 'next';
import { StartScreen } from '@/components/start/start-screen';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listDemoPeople } from '@/lib/features/auth/enter-demo';

interface Props {
  params: Promise<{ workspace: string; plan: string }>;
}

export const metadata: Metadata = { title: 'How do you track today?' };

/** The first screen of a new plan. */
export default async function StartPage({ params }: Props) {
  const place = await params;
  await requireActor(place.workspace);
  const people = await listDemoPeople();
  return <StartScreen place={place} hasDemo={people.length > 0} />;
}
