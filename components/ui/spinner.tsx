import { LoaderCircle } from 'lucide-react';
import { cn } from './cn';

/** A turning mark for work in progress; words beside it say what is being done. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />;
}
