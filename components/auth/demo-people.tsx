'use client';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { ErrorBanner } from '@/components/ui/error-banner';
import { useEnterDemo } from '@/lib/client/account';
import { wordsFor } from '@/lib/client/http';
import { type Role, roleWords } from '@/lib/domain/access/roles';

export interface DemoPersonChoice {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly workspace: { readonly name: string };
}

/** One click into the demo workspace as any of its people. */
export function DemoPeople({ people, next }: { people: readonly DemoPersonChoice[]; next: string | undefined }) {
  const enter = useEnterDemo();
  const [chosen, setChosen] = useState<string>();
  const go = (userId: string) => {
    setChosen(userId);
    enter.mutate(userId, { onSuccess: ({ workspace }) => window.location.assign(next ?? `/${workspace ?? ''}`) });
  };
  return (
    <section aria-labelledby="demo-people" className="flex flex-col gap-2">
      <h2 id="demo-people" className="font-medium text-base">
        Look around {people[0]?.workspace.name} as …
      </h2>
      {enter.error ? <ErrorBanner>{wordsFor(enter.error)}</ErrorBanner> : null}
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.userId}>
            <button
              type="button"
              onClick={() => go(person.userId)}
              aria-disabled={enter.isPending || enter.isSuccess}
              className="flex w-full items-center gap-2 rounded-card border border-border bg-raised p-2 text-left text-sm hover:bg-hover"
            >
              <Avatar name={person.name} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{person.name}</span>
                <span className="block text-subtle text-xs">
                  {roleWords[person.role].label}, {roleWords[person.role].does}
                  {chosen === person.userId && enter.isPending ? ' · entering …' : ''}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
