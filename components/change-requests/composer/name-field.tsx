'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { PreviewView } from '@/lib/contracts/change-requests';
import type { SearchDocument } from '@/lib/contracts/search';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { nameOf } from './form-context';
import { focusField } from './problems';
import { useNear } from './use-near';

export interface NameFieldProps {
  readonly kind: ItemKind;
  /** The item that is edited; `null` for a new one. */
  readonly itemId: string | null;
  readonly value: string;
  readonly error: string | undefined;
  readonly isChanged: boolean;
  readonly findings: PreviewView['findings'];
  readonly onChange: (name: string) => void;
  readonly onUse: (document: SearchDocument) => void;
  readonly onFix: (field: string, value: unknown) => void;
}

/** The name, with what is called nearly the same and what the conventions say about it. */
export function NameField({ kind, itemId, value, error, isChanged, findings, onChange, onUse, onFix }: NameFieldProps) {
  const box = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set(itemId === null ? [] : [itemId]));
  const isNew = itemId === null;
  const near = useNear(kind, isNew || isChanged ? value : '', known);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew]);
  return (
    <div data-field="name" className="flex flex-col gap-2">
      <Field label="Name" required error={error} aside={isChanged ? 'edited' : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={box}
            mono
            className="h-9 text-base"
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {near.length > 0 ? (
          <div className="flex flex-col gap-2 rounded-card bg-info-bg px-3 py-2 text-sm">
            {near.map(({ document, words }) => (
              <div key={document.id} className="flex flex-wrap items-start gap-x-3 gap-y-1">
                <p className="min-w-0 flex-1 break-words">
                  <span className="font-medium font-mono">{nameOf(document)}</span> {words}
                  {document.meaning ? <span className="block text-muted">{document.meaning}</span> : null}
                </p>
                <Button size="toolbar" aria-label={`Use this: ${nameOf(document)}`} onClick={() => onUse(document)}>
                  Use this
                </Button>
              </div>
            ))}
            <Button
              size="toolbar"
              variant="ghost"
              className="self-end"
              onClick={() => {
                setKnown(new Set([...known, ...near.map(({ document }) => document.id)]));
                focusField('meaning');
              }}
            >
              Still new
            </Button>
          </div>
        ) : null}
        {findings.map((finding) => (
          <p
            key={`${finding.rule} ${finding.words}`}
            className="flex flex-wrap items-center gap-2 text-changed text-sm"
          >
            {finding.words}
            {finding.fix ? (
              <Button size="toolbar" onClick={() => finding.fix && onFix(finding.fix.field, finding.fix.value)}>
                {finding.fix.words}
              </Button>
            ) : null}
          </p>
        ))}
      </div>
    </div>
  );
}
