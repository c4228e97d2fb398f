import { describeDifference } from '@/lib/domain/diff/describe';
import type { Names } from '@/lib/domain/diff/words';
import { fieldOf } from '@/lib/domain/plan/kinds/list';
import type { Classified } from '@/lib/domain/significance/classified';
import type { DifferenceView } from './change-requests';

/** A classified difference as it crosses the wire: in words, with the ids in them resolved by `names`. */
export function differenceView(classified: Classified, names: Names): DifferenceView {
  const { difference, significance, significances, breaks, why, consequence, claimable, claimed } = classified;
  const { label, before = null, after = null, sentence } = describeDifference(difference, names);
  return {
    type: difference.type,
    field: 'field' in difference ? difference.field : null,
    member: 'member' in difference ? difference.member : null,
    part: 'part' in difference ? difference.part : null,
    label,
    prose: isProse(classified),
    before,
    after,
    sentence,
    significance,
    significances: [...significances],
    breaks: { ...breaks },
    why,
    consequence,
    claimable,
    claimed,
  };
}

function isProse({ difference }: Classified): boolean {
  if (difference.type !== 'field-changed' && difference.type !== 'member-changed') return false;
  const field = fieldOf(difference.kind, difference.field);
  if (difference.type === 'field-changed') return field?.shape === 'prose';
  return field?.shape === 'keyed' && field.parts.some((part) => part.key === difference.part && part.shape === 'prose');
}
