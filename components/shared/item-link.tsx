'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import type { ItemRef } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { KindIcon } from './kind-icon';
import { usePlan } from './plan-context';
import { itemHref } from './plan-href';

/** The name of an item as a link to its page, read ahead when one points at it. */
export function ItemLink({
  item,
  at,
  icon = false,
  className,
}: {
  item: ItemRef;
  at?: string | number | null | undefined;
  icon?: boolean;
  className?: string;
}) {
  const plan = usePlan();
  const router = useRouter();
  const href = itemHref(plan, item, at);
  const readAhead = () => router.prefetch(href);
  const faded = item.lifecycle === 'deprecated' || item.lifecycle === 'retired';
  return (
    <Link
      href={href}
      prefetch={false}
      onMouseEnter={readAhead}
      onFocus={readAhead}
      title={item.meaning || undefined}
      {...(item.namespace === null ? {} : { 'aria-label': qualifiedName(item) })}
      className={cn(
        'inline-flex min-w-0 max-w-full items-center gap-1.5 font-mono text-sm underline-offset-2 hover:underline',
        faded && 'text-subtle line-through',
        className,
      )}
    >
      {icon ? <KindIcon kind={item.kind} /> : null}
      {item.namespace === null ? (
        <span className="truncate">{item.name}</span>
      ) : (
        // Where there is no room for both, the namespace gives way: names are what tells them apart.
        <span className="flex min-w-0">
          <span className="min-w-6 shrink-[99] truncate">{item.namespace}</span>
          <span className="truncate">/{item.name}</span>
        </span>
      )}
    </Link>
  );
}
