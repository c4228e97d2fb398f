import type { ItemView } from '@/lib/contracts/items';
import type { Item } from '@/lib/domain/plan/item';
import { typeInWords } from '@/lib/domain/plan/property-type';
import { AllowedValues } from './allowed-values';
import { Code } from './code';
import { ClosingFacts, Facts, hasClosingFacts } from './facts';
import { DataClass } from './property-table';
import { Prose, Section } from './section';
import { UsedByTable } from './used-by-table';

/** What a property means, what it may hold, and every use of it. */
export function PropertyReference({ view, item, at }: { view: ItemView; item: Item<'property'>; at: string | null }) {
  const { content, id } = item;
  return (
    <>
      <div className="flex max-w-[72ch] flex-col gap-6">
        <Section itemId={id} field="meaning" label="Meaning" lead>
          <Prose text={content.meaning} empty="Nobody has written down yet what this property means." />
        </Section>
        <Section itemId={id} field="type" label="Type and limits">
          <Facts
            rows={[
              [
                'Type',
                <code key="type" className="font-mono text-sm">
                  {typeInWords(content.type)}
                </code>,
              ],
              ['Unit', content.unit],
              ['Scope', content.scope],
              ['Format', content.format],
              [
                'Pattern',
                content.pattern === null ? null : (
                  <code key="pattern" className="font-mono text-sm">
                    {content.pattern}
                  </code>
                ),
              ],
              ['Smallest', content.minimum],
              ['Largest', content.maximum],
              ['Length', lengthWords(content.minLength, content.maxLength)],
              ['Data class', <DataClass key="class" dataClass={content.dataClass} />],
            ]}
          />
        </Section>
        {content.allowedValues ? (
          <Section itemId={id} field="allowedValues" label={`Allowed values (${content.allowedValues.length})`}>
            <AllowedValues item={item} />
          </Section>
        ) : null}
        {content.examples.length === 0 ? null : (
          <Section itemId={id} field="examples" label="Examples">
            <Code title="Examples" text={content.examples.map((one) => JSON.stringify(one)).join('\n')} />
          </Section>
        )}
      </div>
      <Section itemId={id} label={`Used by (${view.usedBy.length})`} id="used-by">
        <UsedByTable
          label="Used by"
          rows={view.usedBy}
          at={at}
          empty="Nothing uses this property. Retire it, or let an event carry it."
        />
      </Section>
      {hasClosingFacts(view) ? (
        <Section itemId={id} label="More" id="more">
          <ClosingFacts view={view} />
        </Section>
      ) : null}
    </>
  );
}

function lengthWords(least: number | null, most: number | null): string | null {
  if (least !== null && most !== null) return `${least} to ${most} characters`;
  if (least !== null) return `at least ${least} characters`;
  return most === null ? null : `at most ${most} characters`;
}
