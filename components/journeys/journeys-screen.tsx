'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus, Route as RouteIcon, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { PastMoment } from '@/components/shared/past-moment';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeadCell, Row, Table, TableHead, Total } from '@/components/ui/table';
import { journeyListOptions } from '@/lib/client/journeys';
import type { JourneyList, JourneyRow } from '@/lib/contracts/journeys';
import { includesRole } from '@/lib/domain/access/roles';
import { stageName } from '@/lib/domain/journey/names';
import { CreateJourneyDialog } from './create-journey-dialog';

interface Props {
  readonly first: JourneyList;
  readonly at: string | null;
  readonly secondary: ReactNode;
  readonly bars: ReactNode;
}

/** The journeys of a plan. */
export function JourneysScreen({ first, at, secondary, bars }: Props) {
  const plan = usePlan();
  const [asked, setAsked] = useState<{ readonly category: string | null } | null>(null);
  const query = useQuery({ ...journeyListOptions(plan, at), initialData: first });
  const { items, categories } = query.data;
  const mayEdit = includesRole(plan.role, 'contributor');
  const unavailable = !mayEdit
    ? 'Contributors write journeys; ask an admin for the role'
    : at === null
      ? undefined
      : 'A journey is written in the current plan. Leave the earlier state first';
  const add = (
    <Button variant="primary" unavailable={unavailable} onClick={() => setAsked({ category: null })}>
      <Plus aria-hidden /> New journey
    </Button>
  );
  const listHref = planHref(plan, 'map/journeys');
  const search = at === null ? '' : `?at=${encodeURIComponent(at)}`;
  return (
    <>
      <PageHeader
        title="Map"
        state={<Total count={items.length} one="journey" many="journeys" />}
        primary={items.length > 0 ? add : undefined}
        secondary={secondary}
        bars={bars}
      />
      <div className="flex min-w-0 flex-col gap-4 px-4 py-4 lg:px-6">
        {at === null ? null : <PastMoment what="journeys" at={at} release={query.data.release} backHref={listHref} />}
        <QueryError query={query} />
        {items.length === 0 && at !== null ? (
          <EmptyState icon={<RouteIcon />}>No journey was written then.</EmptyState>
        ) : items.length === 0 ? (
          <EmptyState
            icon={<RouteIcon />}
            action={
              <div className="flex flex-wrap justify-center gap-2">
                {add}
                {categories.length > 0 ? (
                  <Button unavailable={unavailable} onClick={() => setAsked({ category: categories[0] ?? null })}>
                    Start from events of a category
                  </Button>
                ) : null}
              </div>
            }
          >
            A journey tells what people do one after the other, from the first visit to the day they come back, with a
            picture of each screen and the event it sends. It shows a newcomer what the plan measures, and everybody
            which stage nothing is measured in.
          </EmptyState>
        ) : (
          <Table label="Journeys">
            <TableHead>
              <tr>
                <HeadCell>Journey</HeadCell>
                <HeadCell>Steps by stage</HeadCell>
                <HeadCell>To repair</HeadCell>
                <HeadCell>Written</HeadCell>
              </tr>
            </TableHead>
            <tbody>
              {items.map((journey) => (
                <Row key={journey.id}>
                  <Cell className="min-w-48 max-w-96">
                    <Link
                      href={`${listHref}/${encodeURIComponent(journey.id)}${search}`}
                      className="break-words font-medium underline-offset-2 hover:underline"
                    >
                      {journey.name}
                    </Link>
                    {journey.description ? (
                      <p className="line-clamp-2 break-words text-muted">{journey.description}</p>
                    ) : null}
                  </Cell>
                  <Cell className="min-w-48">{stagesInWords(journey)}</Cell>
                  <Cell>
                    {journey.problems === 0 ? (
                      'Nothing'
                    ) : (
                      <span className="inline-flex items-center gap-1 text-changed">
                        <TriangleAlert aria-hidden className="size-4 shrink-0" />
                        {journey.problems === 1 ? '1 step' : `${journey.problems} steps`}
                      </span>
                    )}
                  </Cell>
                  <Cell className="whitespace-nowrap text-subtle">
                    <RelativeTime at={journey.updatedAt} /> by {journey.updatedBy.name}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </div>
      <CreateJourneyDialog asked={asked} categories={categories} onClose={() => setAsked(null)} />
    </>
  );
}

function stagesInWords({ stages, steps }: JourneyRow): string {
  if (steps === 0) return 'No steps yet';
  const held = stages.filter((one) => one.steps > 0).map((one) => `${stageName(one.stage)} ${one.steps}`);
  const empty = stages.filter((one) => one.steps === 0).length;
  return `${held.join(', ')}${empty > 0 ? `; ${empty === 1 ? '1 stage' : `${empty} stages`} without a step` : ''}`;
}
