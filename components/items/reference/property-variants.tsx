import { ItemLink } from '@/components/shared/item-link';
import { Badge } from '@/components/ui/badge';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { PropertyVariants as Variants } from '@/lib/contracts/properties';
import { grouped } from '@/lib/kit/grouped';
import { Section } from './section';
import { UnifyButton } from './unify-lazily';

/** Other properties that may be the same: spelling variants and close names, what they contradict, and one press to make them one. */
export function PropertyVariants({ found, at }: { found: Variants; at: string | null }) {
  const { own, variants } = found;
  if (variants.length === 0) return null;
  const conflicts = variants.filter((one) => one.conflicts.length > 0).length;
  return (
    <Section itemId={own.item.id} label={`May be the same (${variants.length})`} id="variants">
      <div className="flex flex-col gap-2">
        <p className="max-w-[72ch] text-base text-muted">
          {conflicts === 0
            ? 'These bear nearly the same name and say the same of their values.'
            : `These bear nearly the same name, and ${conflicts === 1 ? 'one contradicts' : `${conflicts} contradict`} this one.`}{' '}
          Whoever counts one of them misses what the others hold.
        </p>
        <Table label="Properties that may be the same" frameClassName="max-h-[32rem]">
          <TableHead>
            <tr>
              <HeadCell>Name</HeadCell>
              <HeadCell>Type</HeadCell>
              <HeadCell className="text-right">Uses</HeadCell>
              <HeadCell>Contradicts</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {[{ ...own, likeness: null, conflicts: [] }, ...variants].map(
              ({ item, type, uses, likeness, conflicts: told }) => (
                <Row key={item.id}>
                  <Cell>
                    <span className="flex flex-wrap items-center gap-2">
                      <ItemLink item={item} at={at} icon />
                      {likeness === null ? <Badge tone="info">This one</Badge> : null}
                      {likeness === 'spelling' ? <Badge tone="changed">Same name</Badge> : null}
                    </span>
                  </Cell>
                  <Cell className="font-mono text-sm">{type}</Cell>
                  <Cell numeric>{grouped(uses)}</Cell>
                  <Cell className="text-base text-muted">{told.length === 0 ? 'nothing' : told.join('; ')}</Cell>
                </Row>
              ),
            )}
          </tbody>
        </Table>
        {at === null ? <UnifyButton own={own} variants={variants} /> : null}
      </div>
    </Section>
  );
}
