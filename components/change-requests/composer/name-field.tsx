'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { PreviewView } from '@/lib/contracts/change-previews';
import type { SearchDocument } from '@/lib/contracts/search';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { NearItems } from './near-items';
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
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set(itemId === null ? [] : [itemId]));
  const isNew = itemId === null;
  const near = useNear(kind, isNew || isChanged ? value : '', known);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew]);
  return (
    <div ref={place} data-field="name" className="flex flex-col gap-2">
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
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || near.length === 0 || event.nativeEvent.isComposing) return;
              event.preventDefault();
              place.current?.querySelector<HTMLElement>('[data-near]')?.focus();
            }}
          />
        )}
      </Field>
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {near.length > 0 ? (
          <NearItems
            near={near}
            onUse={onUse}
            onLeave={() => box.current?.focus()}
            onStillNew={() => {
              setKnown(new Set([...known, ...near.map(({ document }) => document.id)]));
              focusField('meaning');
            }}
          />
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
