'use client';
import { useId } from 'react';
import { Callout } from '@/components/ui/callout';
import { Label } from '@/components/ui/label';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { Cell, HeadCell, Row, Table, TableHead } from '@/components/ui/table';
import type { ColumnField, ColumnView, Mapping } from '@/lib/domain/transfer/mapping';
import { grouped } from '@/lib/kit/grouped';
import { fieldWords } from './field-words';
import { NamespaceChoice } from './namespace-choice';
import type { StagedImport } from './use-import';

const fieldOptions = (Object.keys(fieldWords) as ColumnField[]).map((field) => ({
  value: field,
  label: fieldWords[field],
}));

/** What each column says, with three examples; what is left out is named. */
export function MapStep({ staged }: { staged: StagedImport }) {
  const { view, mapping, change } = staged;
  if (mapping.profile === 'waymark') {
    return (
      <div className="flex flex-col gap-4">
        <Callout tone="success" title="This file was exported from Waymark">
          Its columns say by themselves what they are. A cell you edited wins over what was exported.
        </Callout>
        <MoreChoices mapping={mapping} change={change} />
      </div>
    );
  }
  const ignored = mapping.columns.filter((column) => column.field === 'ignore').map((column) => column.header);
  return (
    <div className="flex flex-col gap-6">
      <RadioCards
        label="What one row is"
        columns={2}
        value={mapping.rowIs}
        onValueChange={(rowIs) => change({ rowIs })}
        options={[
          {
            value: 'property',
            label: 'One row is one property of an event',
            hint: 'An event with five properties has five rows.',
          },
          {
            value: 'event',
            label: 'One row is one event',
            hint: 'Its properties stand together in one cell, if at all.',
          },
        ]}
      />
      {mapping.columns.some((column) => column.field === 'name') ? null : (
        <Callout tone="warning" title="Which column holds the name of the event?">
          None of the columns is called so. Choose “{fieldWords.name}” for the one that does; the others can follow.
        </Callout>
      )}
      <Columns columns={view.columns} mapping={mapping} change={change} />
      {ignored.length > 0 ? (
        <Callout
          tone="warning"
          title={`${ignored.length} ${ignored.length === 1 ? 'column is' : 'columns are'} left out`}
        >
          {ignored.join(', ')}
        </Callout>
      ) : null}
      <NamespaceChoice mapping={mapping} findings={view.findings} change={change} />
      <MoreChoices mapping={mapping} change={change} />
    </div>
  );
}

function Columns({
  columns,
  mapping,
  change,
}: {
  columns: readonly ColumnView[];
  mapping: Mapping;
  change: StagedImport['change'];
}) {
  const choose = (header: string, field: string) => {
    const taken = field as ColumnField;
    const isShared = taken === 'extra' || taken === 'ignore' || taken === 'link' || taken === 'tags';
    // A field that one column had moves to this one; the other is kept as a fact rather than lost.
    const next = mapping.columns.map((column) =>
      column.header === header
        ? { ...column, field: taken }
        : !isShared && column.field === taken
          ? { ...column, field: 'extra' as const }
          : column,
    );
    change({ columns: next });
  };
  return (
    <Table label="Columns of the file">
      <TableHead>
        <tr>
          <HeadCell>Column</HeadCell>
          <HeadCell>Examples</HeadCell>
          <HeadCell className="text-right">Filled</HeadCell>
          <HeadCell>Is</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {columns.map((column) => (
          <Row key={column.header}>
            <Cell className="max-w-48 break-words font-mono text-sm">{column.header}</Cell>
            <Cell className="max-w-96">
              <ul className="flex flex-col gap-0.5 py-1 text-muted">
                {column.examples.map((example) => (
                  <li key={example} className="truncate" title={example}>
                    {example}
                  </li>
                ))}
                {column.examples.length === 0 ? <li className="text-subtle">Empty in every row</li> : null}
              </ul>
            </Cell>
            <Cell numeric>{grouped(column.filled)}</Cell>
            <Cell className="min-w-56">
              <Select
                aria-label={`${column.header} is`}
                options={fieldOptions}
                value={mapping.columns.find((one) => one.header === column.header)?.field}
                onValueChange={(field) => choose(column.header, field)}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function MoreChoices({ mapping, change }: { mapping: Mapping; change: StagedImport['change'] }) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold text-base">What the file leaves open</legend>
      <div className="flex items-center gap-3">
        <Select
          aria-label="Lifecycle where the file says none"
          className="w-48"
          value={mapping.emptyStatus}
          onValueChange={(value) => change({ emptyStatus: value === 'live' ? 'live' : 'planned' })}
          options={[
            { value: 'planned', label: 'Planned' },
            { value: 'live', label: 'Live' },
          ]}
        />
        <span className="text-sm">is the lifecycle of a new event whose row says none</span>
      </div>
      <div className="flex items-center gap-3">
        <Switch
          id={id}
          checked={mapping.removeMissing}
          onCheckedChange={(removeMissing) => change({ removeMissing })}
        />
        <Label htmlFor={id}>Propose to remove what the plan has and the file has not</Label>
      </div>
    </fieldset>
  );
}
