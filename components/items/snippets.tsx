'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { SelectLazily } from '@/components/ui/select-lazily';
import { preferencesOptions, useUpdatePreferences } from '@/lib/client/preferences';
import { sqlDialectLabels, sqlDialects } from '@/lib/domain/plan-query/warehouse-sql';
import type { Code } from './code-of';

const memory = 'waymark.snippet';

/** The call that sends an event, by source, and the query that reads it, by warehouse; both choices are remembered. */
export function Snippets({ calls, queries }: Code) {
  return (
    <>
      <Calls calls={calls} />
      <Queries queries={queries} />
    </>
  );
}

function Calls({ calls }: Pick<Code, 'calls'>) {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => setKey(localStorage.getItem(memory)), []);
  const chosen = calls.find((one) => one.key === key) ?? calls[0];
  if (!chosen) return null;
  return (
    <Snippet
      label="Send it"
      choice="Source or language"
      value={chosen.key}
      text={chosen.text}
      options={calls.map((one) => ({ value: one.key, label: one.label }))}
      onChoose={(value) => {
        setKey(value);
        localStorage.setItem(memory, value);
      }}
    />
  );
}

function Queries({ queries }: Pick<Code, 'queries'>) {
  const { data } = useQuery(preferencesOptions());
  const update = useUpdatePreferences();
  const asked = update.isPending ? update.variables.sqlDialect : data?.sqlDialect;
  const chosen = queries.find((one) => one.dialect === asked) ?? queries[0];
  if (!chosen) return null;
  return (
    <Snippet
      label="Query it"
      choice="Warehouse"
      value={chosen.dialect}
      text={chosen.text}
      options={queries.map(({ dialect }) => ({ value: dialect, label: sqlDialectLabels[dialect] }))}
      onChoose={(value) => {
        const sqlDialect = sqlDialects.find((one) => one === value);
        if (sqlDialect) update.mutate({ sqlDialect });
      }}
    />
  );
}

interface SnippetProps {
  readonly label: string;
  readonly choice: string;
  readonly value: string;
  readonly text: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

function Snippet({ label, choice, value, text, options, onChoose }: SnippetProps) {
  return (
    <section aria-label={label}>
      <h2 className="mb-1 font-medium text-subtle text-xs">{label}</h2>
      <div className="mb-1 flex items-center gap-2">
        <SelectLazily
          size="toolbar"
          aria-label={choice}
          className="min-w-0 max-w-48"
          value={value}
          onValueChange={onChoose}
          options={options}
        />
        <CopyButton value={text} label="Copy code" text="Copy code" />
      </div>
      <section aria-label={`${label}: ${choice}`} className="rounded-card border border-border bg-surface">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0} className="max-h-72 overflow-auto p-3 font-mono text-xs">
          {text}
        </pre>
      </section>
    </section>
  );
}
