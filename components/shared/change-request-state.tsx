import {
  CircleCheck,
  CircleDot,
  CircleSlash,
  GitMerge,
  type LucideIcon,
  MessageSquareWarning,
  PencilLine,
} from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { ChangeRequestStatus } from '@/lib/domain/review/change-request';

const states: Record<ChangeRequestStatus, { icon: LucideIcon; label: string; tone: 'neutral' | 'added' | 'changed' }> =
  {
    draft: { icon: PencilLine, label: 'Draft', tone: 'neutral' },
    'in-review': { icon: CircleDot, label: 'In review', tone: 'neutral' },
    'changes-requested': { icon: MessageSquareWarning, label: 'Changes requested', tone: 'changed' },
    approved: { icon: CircleCheck, label: 'Approved', tone: 'added' },
    merged: { icon: GitMerge, label: 'Merged', tone: 'neutral' },
    closed: { icon: CircleSlash, label: 'Closed', tone: 'neutral' },
  };

/** Where a change request stands. */
export function ChangeRequestState({ status }: { status: ChangeRequestStatus }) {
  const { icon: Icon, label, tone } = states[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
