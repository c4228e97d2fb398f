import { type ReactNode, useId } from 'react';

/** A titled part of the right column. */
export function RailSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {aside ? <span className="text-sm text-subtle tabular-nums">{aside}</span> : null}
      </div>
      {children}
    </section>
  );
}
