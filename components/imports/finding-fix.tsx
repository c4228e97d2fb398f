'use client';
import { Select } from '@/components/ui/select';
import type { Finding } from '@/lib/domain/transfer/finding';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import type { StagedImport } from './use-import';

const types = ['string', 'integer', 'number', 'boolean', 'timestamp', 'date', 'object', 'array', 'any'];
const states = ['planned', 'live', 'deprecated', 'retired'] as const;
const presences = ['always', 'sometimes', 'never'] as const;

/** Settles a cause once: what its word shall mean in every row. */
export function FindingFix({ finding, staged }: { finding: Finding; staged: StagedImport }) {
  const from = finding.value ?? '';
  const offer = offers(finding, staged.mapping);
  if (!offer) return null;
  return (
    <Select
      size="toolbar"
      className="w-44"
      aria-label={`Read '${from}' as`}
      placeholder={`Read '${from.slice(0, 20)}' as`}
      value={undefined}
      options={offer.options.map((option) => ({ value: option, label: option }))}
      onValueChange={(to) => staged.change(offer.patch(from, to))}
    />
  );
}

interface Offer {
  readonly options: readonly string[];
  readonly patch: (from: string, to: string) => Partial<Mapping>;
}

function offers(finding: Finding, mapping: Mapping): Offer | null {
  switch (finding.code) {
    case 'type.unknown':
      return {
        options: types,
        patch: (from, to) => ({ types: [...mapping.types.filter((one) => one.from !== from), { from, to }] }),
      };
    case 'status.unknown':
      return {
        options: states,
        patch: (from, to) => ({
          statuses: [
            ...mapping.statuses.filter((one) => one.from !== from),
            { from, to: states.find((state) => state === to) ?? 'planned' },
          ],
        }),
      };
    case 'presence.unknown':
      return {
        options: presences,
        patch: (from, to) => ({
          presences: [
            ...mapping.presences.filter((one) => one.from !== from),
            { from, to: presences.find((presence) => presence === to) ?? 'sometimes' },
          ],
        }),
      };
    default:
      return null;
  }
}
