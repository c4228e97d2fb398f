import type { ReactNode } from 'react';

/** A part of a settings page: what it is for, then its controls. */
export function SettingsSection({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold text-md">{title}</h2>
        {description ? <p className="max-w-prose text-base text-muted">{description}</p> : null}
      </div>
      {children}
    </section>
  );
}
