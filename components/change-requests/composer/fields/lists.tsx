'use client';
import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { type AllowedValue, dataClasses } from '@/lib/domain/plan/kinds/property-content';
import type { Link } from '@/lib/domain/plan/parts';
import type { PropertyType } from '@/lib/domain/plan/property-type';
import type { EditorProps } from './editor';
import { jsonFrom, scalarFrom } from './scalar';

interface RowsProps<T> {
  readonly rows: readonly T[];
  /** What one row is called: "link". */
  readonly called: string;
  readonly onChange: (rows: T[]) => void;
  readonly fresh: () => T;
  readonly children: (row: T, patch: (change: Partial<T>) => void, at: number) => ReactNode;
}

/** Rows of small boxes that can be added and taken away. */
export function Rows<T>({ rows, called, onChange, fresh, children }: RowsProps<T>) {
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is being typed is no identity.
        <div key={at} className="flex items-start gap-2">
          <div className="flex min-w-0 flex-1 flex-wrap gap-2">
            {children(
              row,
              (change) => onChange(rows.map((other, index) => (index === at ? { ...other, ...change } : other))),
              at,
            )}
          </div>
          <IconButton
            label={`Remove ${called} ${at + 1}`}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="toolbar" variant="ghost" onClick={() => onChange([...rows, fresh()])}>
          <Plus aria-hidden className="size-4" /> Add {called}
        </Button>
      </div>
    </div>
  );
}

/** Addresses with their words. */
export function LinksEditor({ field, value, onChange }: EditorProps) {
  const called = field.shape === 'keyed' ? field.memberLabel : 'link';
  return (
    <Rows<Link>
      rows={(value ?? []) as Link[]}
      called={called}
      onChange={onChange}
      fresh={() => ({ label: '', url: '' })}
    >
      {(link, patch, at) => (
        <>
          <Input
            aria-label={`Address of ${called} ${at + 1}`}
            type="url"
            placeholder="https://"
            className="min-w-48 flex-2"
            value={link.url}
            onChange={(event) => patch({ url: event.target.value })}
          />
          <Input
            aria-label={`Words of ${called} ${at + 1}`}
            placeholder="Shown as"
            className="min-w-32 flex-1"
            value={link.label}
            onChange={(event) => patch({ label: event.target.value })}
          />
        </>
      )}
    </Rows>
  );
}

/** Facts of foreign formats, by name. */
export function ExtrasEditor({ value, onChange }: EditorProps) {
  return (
    <Rows<{ key: string; value: string }>
      rows={(value ?? []) as { key: string; value: string }[]}
      called="fact"
      onChange={onChange}
      fresh={() => ({ key: '', value: '' })}
    >
      {(fact, patch, at) => (
        <>
          <Input
            aria-label={`Name of fact ${at + 1}`}
            mono
            placeholder="name"
            className="w-40"
            value={fact.key}
            onChange={(event) => patch({ key: event.target.value })}
          />
          <Input
            aria-label={`Value of fact ${at + 1}`}
            className="min-w-40 flex-1"
            value={fact.value}
            onChange={(event) => patch({ value: event.target.value })}
          />
        </>
      )}
    </Rows>
  );
}

/** Allowed values, each with its own meaning; none allows every value of the type. */
export function AllowedValuesEditor({ value, onChange, other }: EditorProps) {
  const type = (other('type') ?? null) as PropertyType | null;
  return (
    <Rows<AllowedValue>
      rows={(value ?? []) as AllowedValue[]}
      called="value"
      onChange={(rows) => onChange(rows.length === 0 ? null : rows)}
      fresh={() => ({ value: '', meaning: '' })}
    >
      {(allowed, patch, at) => (
        <>
          <Input
            aria-label={`Value ${at + 1}`}
            mono
            placeholder="value"
            className="w-44"
            value={String(allowed.value)}
            onChange={(event) => patch({ value: scalarFrom(event.target.value, type) })}
          />
          <Input
            aria-label={`Meaning of value ${at + 1}`}
            dir="auto"
            placeholder="What it means"
            className="min-w-48 flex-1"
            value={allowed.meaning}
            onChange={(event) => patch({ meaning: event.target.value })}
          />
        </>
      )}
    </Rows>
  );
}

const classHints: Record<(typeof dataClasses)[number], string> = {
  undeclared: 'Nobody has looked yet',
  none: 'Says nothing about a person',
  personal: 'Says something about a person',
  sensitive: 'Health, money, beliefs and the like',
};

/** Whether a property says something about a person, and what. */
export function DataClassEditor({ value, onChange, control }: EditorProps) {
  const data = (value ?? { class: 'undeclared', kind: '' }) as { class: (typeof dataClasses)[number]; kind: string };
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        {...control}
        className="w-52"
        value={data.class}
        options={dataClasses.map((one) => ({
          value: one,
          label: one.charAt(0).toUpperCase() + one.slice(1),
          hint: classHints[one],
        }))}
        onValueChange={(next) => onChange({ ...data, class: next })}
      />
      {data.class === 'personal' || data.class === 'sensitive' ? (
        <Input
          aria-label="Which kind of personal data"
          placeholder="e-mail address, location …"
          className="min-w-44 flex-1"
          value={data.kind}
          onChange={(event) => onChange({ ...data, kind: event.target.value })}
        />
      ) : null}
    </div>
  );
}

interface Example {
  title: string;
  payload: unknown;
}

/** Whole payloads as they are sent. */
export function PayloadsEditor({ value, onChange, onProblem }: EditorProps) {
  const examples = (value ?? []) as Example[];
  return (
    <Rows<Example>
      rows={examples}
      called="example"
      onChange={onChange}
      fresh={() => ({ title: examples.length === 0 ? '' : `Example ${examples.length + 1}`, payload: {} })}
    >
      {(example, patch, at) => (
        <div className="flex min-w-0 flex-1 flex-col gap-1.5">
          <Input
            aria-label={`Title of example ${at + 1}`}
            placeholder="Title"
            value={example.title}
            onChange={(event) => patch({ title: event.target.value })}
          />
          <JsonBox
            label={`Payload of example ${at + 1}`}
            value={example.payload}
            onChange={(payload) => patch({ payload })}
            onProblem={onProblem}
          />
        </div>
      )}
    </Rows>
  );
}

function JsonBox({
  label,
  value,
  onChange,
  onProblem,
}: {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  onProblem: (problem: string | null) => void;
}) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  return (
    <Textarea
      aria-label={label}
      spellCheck={false}
      minRows={4}
      className="font-mono text-sm"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const read = jsonFrom(event.target.value);
        onProblem('problem' in read ? read.problem : null);
        if ('value' in read) onChange(read.value);
      }}
    />
  );
}
