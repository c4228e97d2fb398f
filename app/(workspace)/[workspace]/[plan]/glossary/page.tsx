import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GlossaryScreen } from '@/components/glossary/glossary-screen';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listTerms } from '@/lib/features/glossary/list-terms';
import type { PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Glossary' };

/** What the words of the plan mean, and which of them searches take for one another. */
export default async function GlossaryPage({ params }: PlanPageProps) {
  const { workspace, plan } = await params;
  const terms = await listTerms(await requireActor(workspace), { plan });
  if (!terms.ok) notFound();
  return <GlossaryScreen first={terms.value.items} />;
}
