'use client';
import Link from 'next/link';
import { useId } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { HealthPoint } from '@/lib/contracts/plan-health';
import { grouped } from '@/lib/kit/grouped';
import { linePoints } from './trend-points';

const [width, height] = [640, 120];

/** How the share of sound items went from release to release: a line, and the same as a table. */
export function TrendChart({ points, uncounted }: { points: readonly HealthPoint[]; uncounted: number }) {
  const plan = usePlan();
  const headId = useId();
  const [first, last] = [points[0], points.at(-1)];
  return (
    <section aria-labelledby={headId} className="flex flex-col gap-2">
      <h2 id={headId} className="font-semibold text-md">
        Over the releases
      </h2>
      {uncounted > 0 ? (
        <p role="status" className="text-muted text-sm">
          {uncounted === 1 ? 'One release is' : `${grouped(uncounted)} releases are`} still being counted. This fills in
          by itself.
        </p>
      ) : null}
      {!first || !last ? (
        uncounted > 0 ? null : (
          <p className="text-base text-muted">There is no release yet, so there is nothing to compare.</p>
        )
      ) : (
        <>
          <p className="text-base text-muted">{trendWords(first, last)}</p>
          <svg
            role="img"
            aria-label={trendWords(first, last)}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="h-28 w-full max-w-3xl rounded-card border border-border bg-surface"
          >
            {[25, 50, 75].map((percent) => (
              <line
                key={percent}
                x1="0"
                x2={width}
                y1={height - (height * percent) / 100}
                y2={height - (height * percent) / 100}
                className="stroke-border"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            <polyline
              points={linePoints(
                points.map(({ score }) => score),
                width,
                height,
              )}
              className="fill-none stroke-2 stroke-accent"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <details>
            <summary className="cursor-pointer rounded-control py-1 font-medium text-sm">The same as a table</summary>
            <Table label="Health over the releases" frameClassName="max-h-80 max-w-3xl">
              <TableHead>
                <tr>
                  <HeadCell>Release</HeadCell>
                  <HeadCell>When</HeadCell>
                  <HeadCell className="text-right">Sound</HeadCell>
                  <HeadCell className="text-right">Items</HeadCell>
                  <HeadCell className="text-right">With a finding</HeadCell>
                </tr>
              </TableHead>
              <tbody>
                {points.toReversed().map((point) => (
                  <Row key={point.number}>
                    <Cell>
                      <Link
                        href={planHref(plan, `releases/${point.number}`)}
                        prefetch={false}
                        className="underline underline-offset-2"
                      >
                        Release {point.number}
                      </Link>
                    </Cell>
                    <Cell>
                      <RelativeTime at={point.at} />
                    </Cell>
                    <Cell numeric>{point.score} %</Cell>
                    <Cell numeric>{grouped(point.items)}</Cell>
                    <Cell numeric>{grouped(point.items - point.clean)}</Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
          </details>
        </>
      )}
    </section>
  );
}

function trendWords(first: HealthPoint, last: HealthPoint): string {
  if (first.number === last.number) return `Release ${first.number}: ${first.score} % of the items are sound.`;
  return `${first.score} % of the items were sound at release ${first.number}, ${last.score} % at release ${last.number}.`;
}
