'use client';
import { ItemLink } from '@/components/shared/item-link';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { JourneyView } from '@/lib/contracts/journeys';
import { stageName, stepName } from '@/lib/domain/journey/names';

/** The journey as a table: every step with its stage, its event and where it leads. */
export function JourneyTable({ journey, at }: { journey: JourneyView; at: string | null }) {
  const { steps, edges } = journey;
  const numbers = new Map(steps.map((step, index) => [step.id, index + 1]));
  const ways = (id: string) =>
    edges
      .filter(({ from }) => from === id)
      .map(({ to, isBack }) => `${isBack ? 'back to ' : ''}${numbers.get(to) ?? ''}`)
      .join(', ');
  return (
    <section aria-labelledby="journey-table" className="flex flex-col gap-2">
      <h2 id="journey-table" className="font-semibold text-md">
        As a table
      </h2>
      <Table label="The journey as a table">
        <TableHead>
          <tr>
            <HeadCell className="text-right">Step</HeadCell>
            <HeadCell>Name</HeadCell>
            <HeadCell>Stage</HeadCell>
            <HeadCell>Event</HeadCell>
            <HeadCell>In use</HeadCell>
            <HeadCell>Leads to step</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {steps.map((step, index) => (
            <Row key={step.id}>
              <Cell numeric>{index + 1}</Cell>
              <Cell className="min-w-40 max-w-72 break-words">{stepName(step)}</Cell>
              <Cell>{stageName(step.stage)}</Cell>
              <Cell className="max-w-72">{step.event ? <ItemLink item={step.event} at={at} /> : '–'}</Cell>
              <Cell className={step.problem ? 'text-changed' : undefined}>
                {step.problem?.words ?? step.standing.words}
              </Cell>
              <Cell>{ways(step.id) || 'It ends here'}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
