import Link from 'next/link';
import { cn } from '@/components/ui/cn';

function personHref(workspace: string, id: string): string {
  return `/${encodeURIComponent(workspace)}/members/${encodeURIComponent(id)}`;
}

/** A person's name, leading to what they did and own. */
export function PersonLink({
  workspace,
  id,
  name,
  className,
}: {
  workspace: string;
  id: string;
  name: string;
  className?: string;
}) {
  return (
    <Link href={personHref(workspace, id)} className={cn('underline-offset-2 hover:underline', className)}>
      {name}
    </Link>
  );
}
