import Link from 'next/link';
import { Button } from '@/components/ui/button';

/** What is not in this workspace, or was never there. */
export default function NotFound() {
  return (
    <div className="mx-auto flex w-full max-w-[72ch] flex-col gap-4 px-4 py-12">
      <h1 tabIndex={-1} className="font-semibold text-xl">
        Nothing here
      </h1>
      <p className="text-md text-muted">
        There is nothing at this address. It may have been renamed or removed; search finds former names too.
      </p>
      <p>
        <Button asChild>
          <Link href="/">Go to your workspace</Link>
        </Button>
      </p>
    </div>
  );
}
