'use client';
import './globals.css';

/** The last resort, when even the document around the pages failed; it relies on nothing but the style sheet. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center gap-4 px-4">
          <h1 className="font-semibold text-xl">Waymark failed</h1>
          <p className="text-md text-muted">What was saved is safe. Load the page again.</p>
          {error.digest ? <code>{error.digest}</code> : null}
          <p>
            <button
              type="button"
              onClick={reset}
              className="h-control rounded-control bg-accent px-3 font-medium text-on-accent"
            >
              Load again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
