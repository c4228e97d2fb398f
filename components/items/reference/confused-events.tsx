import { ItemLink } from '@/components/shared/item-link';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { Confusions } from '@/lib/contracts/item-extras';
import { Section } from './section';

const becauseWords = { name: 'a near name', meaning: 'nearly the same meaning', trigger: 'fires at the same moment' };

/** The events that are easily taken for this one, side by side with it: what tells them apart is read across. */
export function ConfusedEvents({ found, at }: { found: Confusions; at: string | null }) {
  const { own, others } = found;
  if (others.length === 0) return null;
  const columns = [own, ...others];
  const rows = [
    ['Meaning', columns.map((one) => one.meaning)],
    ['Fires when', columns.map((one) => one.firesWhen)],
    ['Does not count', columns.map((one) => one.doesNotCount)],
    ['Sources', columns.map((one) => one.sources.join(', '))],
    ['Consumers', columns.map((one) => String(one.consumers))],
    ['Not all carry', columns.map((one) => one.onlySome.slice(0, 12).join(', '))],
  ] as const;
  return (
    <Section itemId={own.item.id} label={`Easily confused with (${others.length})`} id="confused">
      <Table label="Easily confused events side by side" className="table-fixed" frameClassName="min-w-0">
        <TableHead>
          <tr>
            <HeadCell className="w-28">
              <span className="sr-only">What is compared</span>
            </HeadCell>
            <HeadCell className="w-56 whitespace-normal py-1">This event</HeadCell>
            {others.map((one) => (
              <HeadCell key={one.item.id} className="w-56 whitespace-normal py-1">
                <ItemLink item={one.item} at={at} />
                <span className="block font-normal">{one.because.map((why) => becauseWords[why]).join(', ')}</span>
              </HeadCell>
            ))}
          </tr>
        </TableHead>
        <tbody>
          {rows.map(([label, cells]) => (
            <Row key={label}>
              <th
                scope="row"
                className="border-border border-b px-2 py-1 text-left align-top font-medium text-subtle text-xs"
              >
                {label}
              </th>
              {cells.map((text, index) => (
                <Cell key={columns[index]?.item.id} className="break-words align-top text-base" dir="auto">
                  {text.trim() === '' ? <span className="text-subtle">not said</span> : text}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
