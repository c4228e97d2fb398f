import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { TermView } from '@/lib/contracts/glossary';

const TermHistory = dynamic(() => import('./term-history').then((part) => part.TermHistory), {
  ssr: false,
  loading: () => <SkeletonRows rows={2} />,
});

/** Who wrote a word and when; one that was changed opens what it said before. */
export function TermPast({ term, at }: { term: TermView; at: string | null }) {
  const [isOpen, setOpen] = useState(false);
  // Each write counts the lock up by one, and the first made the word.
  const changes = term.lockVersion - 1;
  const { name } = term.updatedBy;
  if (changes === 0)
    return (
      <p>
        {name}, <RelativeTime at={term.updatedAt} />
      </p>
    );
  return (
    <details className="min-w-0 open:basis-full" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer hover:text-text">
        Changed {changes === 1 ? 'once' : `${changes} times, last`} by {name}, <RelativeTime at={term.updatedAt} />
        <span className="sr-only">: how “{term.term}” was explained before</span>
      </summary>
      {isOpen ? <TermHistory term={term} at={at} /> : null}
    </details>
  );
}
