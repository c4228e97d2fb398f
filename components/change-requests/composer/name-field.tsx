'use client';
import { useRef, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { PreviewView } from '@/lib/contracts/change-requests';

export interface NameFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly isChanged: boolean;
  readonly autoFocus: boolean;
  /** Items that are called nearly the same. */
  readonly near: PreviewView['near'];
  readonly findings: PreviewView['findings'];
  readonly onChange: (name: string) => void;
  readonly onBlur: () => void;
  readonly onUse: (itemId: string) => void;
  readonly onStillNew: () => void;
  readonly onFix: (field: string, value: unknown) => void;
}

/** The name, with what is called nearly the same and what the conventions say about it. */
export function NameField({ value, error, isChanged, autoFocus, near, findings, onChange, onBlur, onUse, onStillNew, onFix }: NameFieldProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);
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
            onBlur={onBlur}
          />
        )}
      </Field>
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {near.slice(0, 3).map((item) => (
          <div key={item.itemId} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card bg-info-bg px-3 py-2 text-sm">
            <p className="min-w-0 flex-1">
              <span className="font-mono font-medium">{item.name}</span> {item.why}
              {item.meaning ? <span className="block text-muted">{item.meaning}</span> : null}
            </p>
            <Button size="toolbar" onClick={() => onUse(item.itemId)}>
              Use this
            </Button>
          </div>
        ))}
        {near.length > 0 ? (
          <Button size="toolbar" variant="ghost" className="self-start" onClick={onStillNew}>
            Still new
          </Button>
        ) : null}
        {findings.map((finding) => (
          <p key={`${finding.rule} ${finding.words}`} className="flex flex-wrap items-center gap-2 text-changed text-sm">
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
