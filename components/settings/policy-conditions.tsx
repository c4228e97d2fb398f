'use client';
import { useId } from 'react';
import { Label } from '@/components/ui/label';
import { RadioCards } from '@/components/ui/radio-cards';
import { Switch } from '@/components/ui/switch';
import type { Policy } from '@/lib/domain/review/policy';

const switches = [
  { key: 'freezeExperiments', label: 'The outcome of an experiment does not change its meaning while it runs' },
  { key: 'lintErrorsBlock', label: 'Errors of the conventions block the merge' },
  { key: 'editorialEditKeepsApprovals', label: 'A later edit that only changes wording leaves approvals standing' },
] as const;

const acknowledgementLabel = 'Owners of affected consumers';
const dismissalLabel = 'Who dismisses a request for changes';
const emergencyLabel = 'Emergency merge';

/** What a merge waits for beside approvals. */
export function PolicyConditions({ policy, onChange }: { policy: Policy; onChange: (policy: Policy) => void }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-3">
        {switches.map(({ key, label }) => (
          <li key={key} className="flex items-center gap-3">
            <Switch
              id={`${id}-${key}`}
              checked={policy[key]}
              onCheckedChange={(on) => onChange({ ...policy, [key]: on })}
            />
            <Label htmlFor={`${id}-${key}`} className="font-normal text-base">
              {label}
            </Label>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-2">
        <p aria-hidden className="font-medium text-sm">
          {acknowledgementLabel}
        </p>
        <RadioCards
          label={acknowledgementLabel}
          columns={3}
          value={policy.acknowledgements}
          onValueChange={(acknowledgements) => onChange({ ...policy, acknowledgements })}
          options={[
            { value: 'require', label: 'Must acknowledge', hint: 'The merge waits for them.' },
            { value: 'ask', label: 'Are asked', hint: 'The merge does not wait for them.' },
            { value: 'ignore', label: 'Are told', hint: 'After the merge.' },
          ]}
        />
      </div>
      <div className="flex flex-col gap-2">
        <p aria-hidden className="font-medium text-sm">
          {dismissalLabel}
        </p>
        <RadioCards
          label={dismissalLabel}
          columns={3}
          value={policy.dismissals}
          onValueChange={(dismissals) => onChange({ ...policy, dismissals })}
          options={[
            { value: 'admins', label: 'Admins', hint: 'With a reason, on record.' },
            { value: 'approvers', label: 'Approvers too', hint: 'Nobody who contributed to the request.' },
          ]}
        />
      </div>
      <div className="flex flex-col gap-2">
        <p aria-hidden className="font-medium text-sm">
          {emergencyLabel}
        </p>
        <RadioCards
          label={emergencyLabel}
          columns={3}
          value={policy.emergencyMerge}
          onValueChange={(emergencyMerge) => onChange({ ...policy, emergencyMerge })}
          options={[
            { value: 'admins', label: 'An admin asks', hint: 'A second approver confirms within an hour.' },
            { value: 'approvers', label: 'An approver asks', hint: 'A second one confirms within an hour.' },
            { value: 'never', label: 'Never', hint: 'Nothing merges without what is missing.' },
          ]}
        />
      </div>
    </div>
  );
}
