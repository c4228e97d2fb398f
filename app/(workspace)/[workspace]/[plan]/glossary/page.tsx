import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GlossaryScreen } from '@/components/glossary/glossary-screen';
import { AtControl } from '@/components/items/at-control';
import { AtBar } from '@/components/shared/frame-bars';
import { planHref } from '@/components/shared/plan-href';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listTerms } from '@/lib/features/glossary/list-terms';
import { readPlan } from '@/lib/features/plans/read-plan';
import { atOf, type PlanPageProps } from '../_items/address';

export const metadata: Metadata = { title: 'Glossary' };

/** What the words of the plan mean, or meant, and which of them searches take for one another. */
export default async function GlossaryPage({ params, searchParams }: PlanPageProps) {
  const [place, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(place.workspace);
  const { text, at } = atOf(search);
  const [plan, terms] = await Promise.all([readPlan(actor, place), listTerms(actor, { plan: place.plan, at })]);
  if (!plan.ok || !terms.ok) notFound();
  const { release, releasedAt } = terms.value;
  return (
    <GlossaryScreen
      key={text ?? 'now'}
      first={terms.value}
      at={text}
      secondary={<AtControl headRelease={plan.value.headRelease} />}
      bars={
        text !== null && releasedAt !== null ? (
          <AtBar release={release} at={releasedAt} backHref={planHref(place, 'glossary')} />
        ) : null
      }
    />
  );
}
