import { Badge } from '@/components/ui/badge';
import type { NewsReason } from '@/lib/contracts/inbox';
import { reasonWords } from './words';

/** Why one is told, the most pressing first. */
export function ReasonTags({ reasons }: { reasons: readonly NewsReason[] }) {
  return (
    <>
      {reasons.map((reason) => (
        <Badge key={reason} tone={reason === 'review-asked' ? 'info' : 'neutral'} title={reasonWords[reason].hint}>
          {reasonWords[reason].label}
        </Badge>
      ))}
    </>
  );
}
