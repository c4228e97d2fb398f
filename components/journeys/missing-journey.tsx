import { Route as RouteIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { asOfWords } from '@/components/shared/as-of-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';

interface Props {
  readonly listHref: string;
  readonly hrefNow: string;
  readonly at: string;
  readonly secondary: ReactNode;
}

/** A journey that was not there in the state that is read. */
export function MissingJourney({ listHref, hrefNow, at, secondary }: Props) {
  return (
    <>
      <PageHeader
        title="Journey"
        trail={
          <Link href={`${listHref}?at=${encodeURIComponent(at)}`} className="hover:underline">
            Journeys
          </Link>
        }
        secondary={secondary}
      />
      <div className="px-4 py-4 lg:px-6">
        <EmptyState
          icon={<RouteIcon />}
          action={
            <Button asChild variant="primary">
              <Link href={hrefNow}>Back to current</Link>
            </Button>
          }
        >
          This journey was not there then ({asOfWords(at)}). It may have been written later.
        </EmptyState>
      </div>
    </>
  );
}
