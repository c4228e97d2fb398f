import { Skeleton } from '@/components/ui/skeleton';

/** What stands for code that is being read. */
export function CodeSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-2 rounded-card border border-border p-3">
      <span className="sr-only">Reading the code</span>
      <Skeleton className="w-56" />
      <Skeleton className="w-4/5" />
      <Skeleton className="w-3/5" />
      <Skeleton className="w-2/5" />
    </div>
  );
}
