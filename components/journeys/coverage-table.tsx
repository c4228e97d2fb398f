'use client';
import { ItemLink } from '@/components/shared/item-link';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { JourneyView, StageCoverageView } from '@/lib/contracts/journeys';
import { stageName } from '@/lib/domain/journey/names';
import { grouped } from '@/lib/kit/grouped';

/** Stage by stage: what the journey has, whether it is sent everywhere, and which events of the plan it leaves out. */
export function CoverageTable({ journey, at }: { journey: JourneyView; at: string | null }) {
  return (
    <section aria-labelledby="journey-coverage" className="flex flex-col gap-2">
      <h2 id="journey-coverage" className="font-semibold text-md">
        Coverage
      </h2>
      <p className="text-muted text-sm">{inWords(journey.coverage)}</p>
      <Table label="Coverage of the stages">
        <TableHead>
          <tr>
            <HeadCell>Stage</HeadCell>
            <HeadCell>Steps</HeadCell>
            <HeadCell>Events in use</HeadCell>
            <HeadCell>Events of the stage that no step has</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {journey.coverage.map((one) => (
            <Row key={one.stage ?? ''}>
              <Cell className="font-medium">{stageName(one.stage)}</Cell>
              <Cell className={one.steps === 0 ? 'text-changed' : undefined}>
                {one.steps === 0 ? 'None' : one.steps}
              </Cell>
              <Cell className={one.waiting > 0 ? 'text-changed' : undefined}>{wordsOfUse(one)}</Cell>
              <Cell className="min-w-60">
                <Untold one={one} at={at} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Untold({ one, at }: { one: StageCoverageView; at: string | null }) {
  const { total, first } = one.untold;
  if (one.stage === null) return '–';
  if (total === 0) return one.told === 0 ? 'The plan has no event here' : 'None, all are told';
  const [shown, more] = [first.slice(0, 5), total - Math.min(5, first.length)];
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {shown.map((item) => (
        <li key={item.id} className="min-w-0 max-w-60">
          <ItemLink item={item} at={at} />
        </li>
      ))}
      {more > 0 ? <li className="text-subtle">and {grouped(more)} more</li> : null}
    </ul>
  );
}

function wordsOfUse({ live, waiting, steps }: StageCoverageView): string {
  if (steps === 0) return '–';
  if (live + waiting === 0) return 'Screens only';
  return waiting === 0
    ? `All ${live} live in all their sources`
    : `${live} of ${live + waiting} live in all their sources`;
}

function inWords(coverage: readonly StageCoverageView[]): string {
  const stages = coverage.filter(({ stage }) => stage !== null);
  if (stages.length === 0) return 'The plan names no stages, so nothing can be said of them.';
  const empty = stages.filter(({ steps }) => steps === 0).map(({ stage }) => stageName(stage));
  if (empty.length === 0) return `All ${stages.length} stages have a step.`;
  return `${stages.length - empty.length} of ${stages.length} stages have a step. None in: ${empty.join(', ')}.`;
}
