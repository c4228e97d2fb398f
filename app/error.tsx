'use client';
import { Failure } from '@/components/shell/failure';

/** What stands in place of a page that failed; the frame around it goes on. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failure id={error.digest} onRetry={reset} />;
}
