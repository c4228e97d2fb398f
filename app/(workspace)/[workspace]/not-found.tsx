import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';

/** What is not in this workspace, or was never there. */
export default function NotFound() {
  return (
    <EmptyState
      action={
        <Link href="/" className="text-accent underline">
          Go to your workspace
        </Link>
      }
    >
      There is nothing at this address. It may have been renamed or removed; search finds former names too.
    </EmptyState>
  );
}
