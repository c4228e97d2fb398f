import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { dayWords } from '@/components/ui/time-words';

/** Which moment the words that are shown are of, and the way to today's. */
export function PastWords({ at, release }: { at: string; release: number }) {
  const plan = usePlan();
  return (
    <p className="text-base text-muted">
      {sentence(at, release, plan.headRelease)}
      {/* Without a release there is no bar that leads back. */}
      {release === 0 ? (
        <>
          {' '}
          <Link href={planHref(plan, 'glossary')} className="text-accent underline underline-offset-2">
            Back to current
          </Link>
        </>
      ) : null}
    </p>
  );
}

function sentence(at: string, release: number, headRelease: number): string {
  if (!/^\d+$/u.test(at)) return `The words as they stood on ${dayOf(at)}.`;
  if (release === headRelease) return 'Release and words are the current ones.';
  return release === 0 ? 'Before the first release.' : `The words as they stood when release ${release} was made.`;
}

/** A day is one of UTC, as the address means it. */
function dayOf(at: string): string {
  return dayWords(new Date(at.length === 10 ? `${at}T12:00:00Z` : at), 'en-GB');
}
