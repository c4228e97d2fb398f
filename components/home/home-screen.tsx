'use client';
import { useQuery } from '@tanstack/react-query';
import { BookOpen, FilePlus } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import { ErrorBanner } from '@/components/ui/error-banner';
import { SkeletonRows } from '@/components/ui/skeleton';
import { homeOptions } from '@/lib/client/home';
import type { Home } from '@/lib/contracts/home';
import { Checklist } from './checklist';
import { HealthRows, RecentRows, RequestRows, WaitingRows, WatchedRows } from './home-rows';

export interface HomeScreenProps {
  readonly workspace: string;
  readonly plans: readonly { readonly slug: string; readonly name: string }[];
  readonly first: Home | null;
}

/** What needs the reader; each section stands and fails alone. */
export function HomeScreen({ workspace, plans, first }: HomeScreenProps) {
  const query = useQuery({ ...homeOptions(workspace), ...(first ? { initialData: first } : {}) });
  const home = query.data;
  const retry = () => void query.refetch();
  const [plan] = plans;
  if (!home)
    return query.isError ? (
      <div className="p-6">
        <ErrorBanner onRetry={retry}>Home could not be read.</ErrorBanner>
      </div>
    ) : (
      <div className="p-6">
        <SkeletonRows rows={8} label="Reading what needs you" />
      </div>
    );
  const ready = <T,>(section: { state: 'ready'; rows: T[] } | { state: 'failed' }) =>
    section.state === 'ready' ? section.rows : [];
  const isQuiet =
    ready(home.waiting).length === 0 &&
    ready(home.drafts).length === 0 &&
    home.waiting.state === 'ready' &&
    home.drafts.state === 'ready';
  return (
    <div className="grid grid-cols-1 gap-8 px-4 py-6 lg:grid-cols-2 lg:px-6">
      {plan
        ? ready(home.progress).map((progress) => (
            <Checklist key={plan.slug} place={{ workspace, plan: plan.slug }} progress={progress} />
          ))
        : null}
      {isQuiet && plan ? <FirstSteps place={{ workspace, plan: plan.slug }} /> : null}
      <Section label="Waiting for you" section={home.waiting} empty="Nothing waits for you." onRetry={retry}>
        {(rows) => <WaitingRows workspace={workspace} rows={rows} />}
      </Section>
      <Section label="Your drafts" section={home.drafts} empty="You have no drafts." onRetry={retry}>
        {(rows) => <RequestRows workspace={workspace} rows={rows} />}
      </Section>
      <Section
        label="What you watch changed this week"
        section={home.watched}
        empty="Nothing you watch changed this week. Watch an item, and its changes are listed here."
        onRetry={retry}
      >
        {(rows) => <WatchedRows workspace={workspace} rows={rows} />}
      </Section>
      <RecentRows workspace={workspace} plans={plans} />
      {home.health ? (
        <Section label="Plan health" section={home.health} empty="There is no plan yet." onRetry={retry}>
          {(rows) => <HealthRows workspace={workspace} rows={rows} />}
        </Section>
      ) : null}
    </div>
  );
}

interface SectionProps<T> {
  readonly label: string;
  readonly section: { readonly state: 'ready'; readonly rows: T[] } | { readonly state: 'failed' };
  readonly empty: string;
  readonly onRetry: () => void;
  readonly children: (rows: T[]) => ReactNode;
}

function Section<T>({ label, section, empty, onRetry, children }: SectionProps<T>) {
  return (
    <section aria-label={label} className="min-w-0">
      <h2 className="mb-2 font-semibold text-base">{label}</h2>
      {section.state === 'failed' ? (
        <ErrorBanner onRetry={onRetry}>This part could not be read; the rest of the page is complete.</ErrorBanner>
      ) : section.rows.length === 0 ? (
        <p className="text-base text-muted">{empty}</p>
      ) : (
        children(section.rows)
      )}
    </section>
  );
}

function FirstSteps({ place }: { place: { readonly workspace: string; readonly plan: string } }) {
  const card = 'flex flex-1 items-start gap-3 rounded-card border border-border p-4 transition-colors hover:bg-hover';
  return (
    <div className="flex flex-col gap-4 sm:flex-row lg:col-span-2">
      <Link href={planHref(place, 'events')} className={card}>
        <BookOpen aria-hidden className="mt-0.5 size-5 shrink-0 text-subtle" />
        <span>
          <span className="block font-medium">Look something up</span>
          <span className="text-base text-muted">What an event means, when it fires and who depends on it.</span>
        </span>
      </Link>
      <Link href={proposeHref(place, { kind: 'event' })} className={card}>
        <FilePlus aria-hidden className="mt-0.5 size-5 shrink-0 text-subtle" />
        <span>
          <span className="block font-medium">Propose an event</span>
          <span className="text-base text-muted">Name it, say what it means; reviewers are found for you.</span>
        </span>
      </Link>
    </div>
  );
}
