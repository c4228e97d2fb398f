import Link from 'next/link';
import { Button } from '@/components/ui/button';

export const metadata = { title: 'Not found' };

/** No page stands at this address, or none that this person may see. */
export default function NotFound() {
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center gap-4 px-4 py-12">
      <h1 tabIndex={-1} className="font-semibold text-xl">
        Nothing is here
      </h1>
      <p className="text-md text-muted">
        The address may be mistyped, the thing may have been removed, or it belongs to a workspace you are not a member
        of. An admin of that workspace can invite you.
      </p>
      <p>
        <Button asChild variant="primary">
          <Link href="/">Go to your workspace</Link>
        </Button>
      </p>
    </main>
  );
}
