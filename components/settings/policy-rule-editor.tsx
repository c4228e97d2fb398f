'use client';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { PolicyRule } from '@/lib/domain/review/policy';
import { sameJson } from '@/lib/kit/canonical';
import { ChoiceRow } from './choice-row';
import {
  approverChoices,
  choiceOf,
  dataClassChoices,
  fromChoice,
  kindChoices,
  significanceChoices,
  tagsOf,
} from './policy-words';

export interface PolicyRuleEditorProps {
  rule: PolicyRule;
  teams: readonly { readonly id: string; readonly name: string }[];
  onChange: (rule: PolicyRule) => void;
}

const counts = Array.from({ length: 10 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));
const orNull = <T,>(chosen: T[]): T[] | null => (chosen.length > 0 ? chosen : null);

/** The parts of one rule: which changes it is about, how many approvals they need, and whose. */
export function PolicyRuleEditor({ rule, teams, onChange }: PolicyRuleEditorProps) {
  const { when, require } = rule;
  const [typed, setTyped] = useState('');
  // Commas and spaces are kept while one types, and given up when the tags change from elsewhere.
  const tags = sameJson(tagsOf(typed), when.tags) ? typed : (when.tags?.join(', ') ?? '');
  const about = (change: Partial<PolicyRule['when']>) => onChange({ ...rule, when: { ...when, ...change } });
  const asks = (change: Partial<PolicyRule['require']>) => onChange({ ...rule, require: { ...require, ...change } });
  return (
    <div className="flex flex-col gap-4 rounded-card border border-border bg-surface p-4">
      <ChoiceRow
        legend="Changes that are"
        choices={significanceChoices}
        chosen={when.significance}
        onChange={(significance) => {
          // A rule about nothing would say nothing.
          if (significance.length > 0) about({ significance });
        }}
      />
      <ChoiceRow
        legend="To"
        hint="None chosen means all kinds"
        choices={kindChoices}
        chosen={when.kinds ?? []}
        onChange={(chosen) => about({ kinds: orNull(chosen) })}
      />
      <ChoiceRow
        legend="With data that is"
        hint="None chosen means any data"
        choices={dataClassChoices}
        chosen={when.dataClass ?? []}
        onChange={(chosen) => about({ dataClass: orNull(chosen) })}
      />
      <Field label="With one of these tags" hint="Parted by commas; empty means any tag or none.">
        {(control) => (
          <Input
            {...control}
            value={tags}
            onChange={(event) => {
              setTyped(event.target.value);
              about({ tags: tagsOf(event.target.value) });
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label="Approvals" required className="w-28">
          {(control) => (
            <Select
              {...control}
              options={counts}
              value={String(require.approvals)}
              onValueChange={(count) => asks({ approvals: Number(count) })}
            />
          )}
        </Field>
        <Field label="By" required className="min-w-56 flex-1">
          {(control) => (
            <Select
              {...control}
              options={approverChoices(teams)}
              value={choiceOf(require.from)}
              placeholder="A former team"
              onValueChange={(choice) => asks({ from: fromChoice(choice) })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
