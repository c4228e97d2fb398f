'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { PolicyRule } from '@/lib/domain/review/policy';
import { PolicyRuleEditor } from './policy-rule-editor';
import { newRule } from './policy-words';

export interface PolicyRulesProps {
  rules: readonly PolicyRule[];
  /** The rules in words, in their order. */
  sentences: readonly string[];
  teams: readonly { readonly id: string; readonly name: string }[];
  /** Null for those who may only read. */
  onChange: ((rules: PolicyRule[]) => void) | null;
}

/** Every rule as a sentence that opens into its parts. */
export function PolicyRules({ rules, sentences, teams, onChange }: PolicyRulesProps) {
  const [open, setOpen] = useState<number | null>(null);
  const remove = (at: number) => {
    if (!onChange) return;
    onChange(rules.filter((_, index) => index !== at));
    setOpen(null);
  };
  return (
    <div className="flex flex-col gap-3">
      {rules.length === 0 ? (
        <Callout tone="warning">
          No rule asks for approvals. A change of meaning and a breaking change still need one.
        </Callout>
      ) : null}
      <ul className="flex flex-col gap-2">
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the list and has no other name.
          <li key={index} className="flex flex-col gap-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <p className="min-w-0 flex-1 basis-64 text-base">{sentences[index]}</p>
              {onChange ? (
                <span className="flex gap-1">
                  <Button
                    size="toolbar"
                    variant="ghost"
                    aria-expanded={open === index}
                    aria-label={`${open === index ? 'Close' : 'Edit'} rule ${index + 1}`}
                    onClick={() => setOpen(open === index ? null : index)}
                  >
                    {open === index ? 'Close' : 'Edit'}
                  </Button>
                  <Button
                    size="toolbar"
                    variant="ghost"
                    aria-label={`Remove rule ${index + 1}`}
                    onClick={() => remove(index)}
                  >
                    Remove
                  </Button>
                </span>
              ) : null}
            </div>
            {onChange && open === index ? (
              <PolicyRuleEditor
                rule={rule}
                teams={teams}
                onChange={(next) => onChange(rules.map((other, at) => (at === index ? next : other)))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {onChange ? (
        <Button
          className="self-start"
          onClick={() => {
            onChange([...rules, newRule]);
            setOpen(rules.length);
          }}
        >
          <Plus aria-hidden />
          Add a rule
        </Button>
      ) : null}
    </div>
  );
}
