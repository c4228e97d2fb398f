'use client';
import { Select } from '@/components/ui/select';
import type { Presence } from '@/lib/domain/plan/property-use';

const presences: { value: Presence['kind']; label: string }[] = [
  { value: 'always', label: 'Always' },
  { value: 'sometimes', label: 'Sometimes' },
  { value: 'never', label: 'Never' },
  { value: 'when', label: 'When …' },
];

/** How often a property comes along. */
export function PresencePicker({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Presence;
  onChange: (presence: Presence) => void;
}) {
  return (
    <Select
      aria-label={label}
      size="toolbar"
      className="w-32"
      value={value.kind}
      options={presences}
      onValueChange={(kind) =>
        onChange(
          kind === 'when'
            ? { kind, condition: value.kind === 'when' ? value.condition : '' }
            : { kind: kind as 'always' },
        )
      }
    />
  );
}
