'use client';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Route as RouteIcon, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { PastMoment } from '@/components/shared/past-moment';
import { usePeek } from '@/components/shared/peek';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { MenuItem } from '@/components/ui/dropdown-menu';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Total } from '@/components/ui/table';
import { notify, notifyFailure } from '@/components/ui/toast';
import { hasCode, wordsFor } from '@/lib/client/http';
import { journeyOptions, useDeleteJourney, useSaveJourney, writtenJourney } from '@/lib/client/journeys';
import type { JourneyView, StepView } from '@/lib/contracts/journeys';
import { includesRole } from '@/lib/domain/access/roles';
import { stepName } from '@/lib/domain/journey/names';
import { CoverageTable } from './coverage-table';
import { JourneyBoard } from './journey-board';
import { JourneyTable } from './journey-table';
import { StepDetails } from './step-details';
import { StepList } from './step-list';

interface Props {
  readonly first: JourneyView;
  readonly at: string | null;
  readonly secondary: ReactNode;
  readonly bars: ReactNode;
}

/** One journey: drawn by stages, step by step, with what it covers and the same as a table. */
export function JourneyScreen({ first, at, secondary, bars }: Props) {
  const plan = usePlan();
  const router = useRouter();
  const { open } = usePeek();
  const query = useQuery({ ...journeyOptions(plan, first.id, at), initialData: first });
  const journey = query.data;
  const [chosen, setChosen] = useQueryState('step', parseAsString.withOptions({ history: 'replace' }));
  const save = useSaveJourney(plan);
  const remove = useDeleteJourney(plan);
  const mayEdit = includesRole(plan.role, 'contributor');
  const unavailable = mayEdit ? undefined : 'Contributors write journeys; ask an admin for the role';
  const past = at === null ? undefined : 'A journey is written in the current plan. Leave the earlier state first';
  const step = journey.steps.find(({ id }) => id === chosen);
  const listHref = planHref(plan, 'map/journeys');
  const hrefNow = `${listHref}/${encodeURIComponent(journey.id)}`;
  const editHref = `${hrefNow}/edit`;

  const repair = (wrong: StepView) => {
    const { problem } = wrong;
    if (!problem) return;
    const before = writtenJourney(journey);
    const steps = before.steps.map((one) => (one.id === wrong.id ? { ...one, ...problem.repaired } : one));
    const { id, lockVersion } = journey;
    save.mutate(
      { ...before, steps, id, lockVersion },
      {
        onSuccess: (saved) =>
          notify(`Repaired “${stepName(wrong)}”`, {
            undo: () => save.mutate({ ...before, id, lockVersion: saved.lockVersion }, { onError: told }),
          }),
        onError: told,
      },
    );
  };
  const told = (error: Error) => {
    if (hasCode(error, 'journey.stale')) void query.refetch();
    notifyFailure(
      hasCode(error, 'journey.stale')
        ? 'Somebody saved this journey a moment ago. You see it now as they left it; try again.'
        : wordsFor(error),
    );
  };
  const discard = () =>
    remove.mutate(
      { id: journey.id, back: false },
      {
        onSuccess: () => {
          notify(`Deleted “${journey.name}”`, {
            undo: () => remove.mutate({ id: journey.id, back: true }, { onSuccess: () => router.refresh() }),
          });
          router.push(listHref);
        },
        onError: (error) => notifyFailure(wordsFor(error)),
      },
    );
  const choose = (id: string) => void setChosen(id);
  const details = step ? (
    <StepDetails
      key={step.id}
      journey={journey}
      step={step}
      at={at}
      onChoose={choose}
      onClose={() => void setChosen(null)}
      onPeek={open}
      onRepair={at === null && mayEdit ? repair : undefined}
      repairing={save.isPending}
    />
  ) : null;
  const edit =
    (unavailable ?? past) !== undefined ? (
      <Button variant="primary" unavailable={unavailable ?? past}>
        <Pencil aria-hidden /> Edit
      </Button>
    ) : (
      <Button asChild variant="primary">
        <Link href={editHref}>
          <Pencil aria-hidden /> Edit
        </Link>
      </Button>
    );
  return (
    <>
      <PageHeader
        title={journey.name}
        trail={
          <Link href={at === null ? listHref : `${listHref}?at=${encodeURIComponent(at)}`} className="hover:underline">
            Journeys
          </Link>
        }
        state={<Total count={journey.steps.length} one="step" many="steps" />}
        primary={edit}
        secondary={secondary}
        more={
          <MenuItem icon={<Trash2 aria-hidden />} danger unavailable={unavailable ?? past} onSelect={discard}>
            Delete journey
          </MenuItem>
        }
        bars={bars}
      />
      <div className="flex min-w-0 flex-col gap-8 px-4 py-4 lg:px-6">
        {at === null ? null : (
          <PastMoment
            what="journey"
            at={at}
            release={journey.release}
            backHref={journey.isDeleted ? listHref : hrefNow}
          />
        )}
        <QueryError query={query} />
        <div className="flex max-w-prose flex-col gap-1">
          {journey.description ? (
            <p className="whitespace-pre-line break-words text-base">{journey.description}</p>
          ) : null}
          <p className="text-sm text-subtle">
            {journey.updatedBy.name} wrote it <RelativeTime at={journey.updatedAt} />.
          </p>
        </div>
        {journey.steps.length === 0 && at !== null ? (
          <EmptyState icon={<RouteIcon />}>This journey had no steps then.</EmptyState>
        ) : journey.steps.length === 0 ? (
          <EmptyState icon={<RouteIcon />} action={edit}>
            This journey has no steps yet. Add what people do one after the other, from the first time they come to the
            day they come back.
          </EmptyState>
        ) : (
          <div className={cn('grid min-w-0 items-start gap-6', step && 'lg:grid-cols-[minmax(0,1fr)_24rem]')}>
            <div className="min-w-0">
              <JourneyBoard journey={journey} current={chosen} onChoose={choose} onPeek={open} />
              <StepList journey={journey} current={chosen} onChoose={choose} details={details} />
              <p role="status" className="text-muted text-sm">
                {chosen !== null && !step ? 'The step that this address names is not in the journey.' : ''}
              </p>
            </div>
            {step ? (
              <div className="max-sm:hidden lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
                {details}
              </div>
            ) : null}
          </div>
        )}
        <CoverageTable journey={journey} at={at} />
        {journey.steps.length > 0 ? <JourneyTable journey={journey} at={at} /> : null}
      </div>
    </>
  );
}
