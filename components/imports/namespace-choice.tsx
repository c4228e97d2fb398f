'use client';
import { Callout } from '@/components/ui/callout';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Finding } from '@/lib/domain/transfer/finding';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { counted, grouped } from '@/lib/kit/grouped';
import type { StagedImport } from './use-import';

interface Props {
  mapping: Mapping;
  findings: readonly Finding[];
  change: StagedImport['change'];
}

/** What keeps events of one name apart. */
export function NamespaceChoice({ mapping, findings, change }: Props) {
  const { namespaces } = mapping;
  const repeated = findings.filter((finding) => finding.code === 'event.name-repeated');
  const events = repeated.reduce((sum, finding) => sum + finding.count, 0);
  const options = mapping.columns.map((column) => ({ value: column.header, label: column.header }));
  return (
    <section aria-label="Names that repeat" className="flex flex-col gap-3">
      <h2 className="font-semibold text-base">Names that repeat</h2>
      {repeated.length > 0 ? (
        <Callout title={`${grouped(repeated.length)} names are used by ${counted(events, 'event')}`}>
          A namespace keeps them apart, so that none is lost: the first column below where it is enough, the next one
          where it is not.
        </Callout>
      ) : (
        <p className="text-muted text-sm">Every name is used once. A namespace can still group them.</p>
      )}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label="Namespace from">
          {(control) => (
            <Combobox
              {...control}
              multiple
              options={options}
              value={options
                .filter((option) => namespaces.columns.includes(option.value))
                .sort((a, b) => namespaces.columns.indexOf(a.value) - namespaces.columns.indexOf(b.value))}
              onChange={(value) =>
                change({ namespaces: { ...namespaces, columns: value.map((option) => option.value).slice(0, 5) } })
              }
              placeholder="No column"
            />
          )}
        </Field>
        <Field label="For">
          {(control) => (
            <Select
              {...control}
              value={namespaces.use}
              onValueChange={(use) =>
                change({ namespaces: { ...namespaces, use: use === 'always' ? 'always' : 'when-repeated' } })
              }
              options={[
                { value: 'when-repeated', label: 'Names that repeat' },
                { value: 'always', label: 'Every event' },
              ]}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
