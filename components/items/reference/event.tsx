import { Callout } from '@/components/ui/callout';
import type { ItemView } from '@/lib/contracts/items';
import type { Item } from '@/lib/domain/plan/item';
import { Code } from './code';
import { ClosingFacts } from './facts';
import { PropertyTable } from './property-table';
import { Prose, Section } from './section';

/** What an event means, when it fires, what it carries. */
export function EventReference({ view, item, at }: { view: ItemView; item: Item<'event'>; at: string | null }) {
  const { content, id } = item;
  return (
    <>
      <div className="flex max-w-[72ch] flex-col gap-6">
        <Section itemId={id} field="meaning" label="Meaning" lead>
          <Prose text={content.meaning} empty="Nobody has written down yet what this event means." />
        </Section>
        <Section itemId={id} field="firesWhen" label="Fires when">
          <Prose text={content.firesWhen} empty="The exact moment is not written down yet." />
        </Section>
        <Section itemId={id} field="doesNotCount" label="Does not count">
          <Prose text={content.doesNotCount} empty="No near misses are listed." />
        </Section>
        {content.purpose.trim() === '' ? null : (
          <Section itemId={id} field="purpose" label="Purpose">
            <Prose text={content.purpose} empty="" />
          </Section>
        )}
        {content.examples.length === 0 ? null : (
          <Section
            itemId={id}
            field="examples"
            label={content.examples.length === 1 ? 'Example payload' : 'Example payloads'}
          >
            <div className="flex flex-col gap-3">
              {content.examples.map((example, at) => (
                <div key={example.title} className="flex flex-col gap-2">
                  <Code title={example.title} text={JSON.stringify(example.payload, null, 2)} />
                  <ExampleFaults
                    faults={view.exampleFaults[at] ?? []}
                    place={content.examples.length > 1 ? at + 1 : null}
                  />
                </div>
              ))}
            </div>
          </Section>
        )}
        {content.examples.length === 0 && view.madeExample && view.properties.length > 0 ? (
          <Section itemId={id} field="examples" label="Example payload">
            <Code title="Made from the definition" text={JSON.stringify(view.madeExample, null, 2)} />
          </Section>
        ) : null}
      </div>
      <Section itemId={id} field="properties" label={`Properties (${view.properties.length})`} id="properties">
        <PropertyTable view={view} at={at} />
      </Section>
      <Section itemId={id} label="More" id="more">
        <ClosingFacts
          view={view}
          own={[
            ['Action', content.action],
            ['Stage', content.stage],
            ['Category', content.category],
            ['Destinations', content.destinations.map((one) => view.refs[one]?.name ?? one).join(', ')],
          ]}
        />
      </Section>
    </>
  );
}

/** That an example does not fit the definition it stands beside, in a sentence each. */
function ExampleFaults({ faults, place }: { faults: readonly string[]; place: number | null }) {
  if (faults.length === 0) return null;
  const subject = place === null ? 'The example' : `Example ${place}`;
  return (
    <Callout tone="warning">
      {faults.length === 1 ? (
        `${subject} ${faults[0]}.`
      ) : (
        <>
          {subject} does not fit the definition:
          <ul className="list-disc pl-5">
            {faults.map((fault) => (
              <li key={fault}>It {fault}.</li>
            ))}
          </ul>
        </>
      )}
    </Callout>
  );
}
