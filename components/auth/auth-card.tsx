import type { ReactNode } from 'react';

/** The one column of a page before the product: what this is, then the form. */
export function AuthCard({ title, intro, children }: { title: ReactNode; intro?: ReactNode; children: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-12">
      <p className="flex items-center gap-2 font-medium text-muted text-sm">
        {/* biome-ignore lint/performance/noImgElement: a static mark of a kilobyte needs no optimiser. */}
        <img src="/icon.svg" alt="" width={24} height={24} />
        Waymark
      </p>
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-xl">{title}</h1>
        {intro ? <p className="text-base text-muted">{intro}</p> : null}
      </header>
      {children}
    </main>
  );
}
