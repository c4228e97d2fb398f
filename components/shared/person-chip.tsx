import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';

/** A person by initials and name. */
export function PersonChip({ name, hint, className }: { name: string; hint?: string; className?: string }) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5', className)} title={hint}>
      <Avatar name={name} size="small" />
      <span className="truncate">{name}</span>
    </span>
  );
}

/** A team: square, so that it is not taken for a person. */
export function TeamChip({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5', className)}>
      <Avatar name={name} size="small" square />
      <span className="truncate">{name}</span>
    </span>
  );
}

/** Who is accountable for an item, or that nobody is. */
export function OwnerChip({ owner }: { owner: { readonly type: 'team' | 'person'; readonly name: string } | null }) {
  if (!owner) return <span className="text-subtle">No owner</span>;
  return owner.type === 'team' ? <TeamChip name={owner.name} /> : <PersonChip name={owner.name} />;
}
