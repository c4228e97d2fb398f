import Link from 'next/link';
import type { ReactNode } from 'react';
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
  children = name,
}: {
  workspace: string;
  id: string;
  name: string;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <Link href={personHref(workspace, id)} className={cn('underline-offset-2 hover:underline', className)}>
      {children}
    </Link>
  );
}
