import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { dayWords } from '@/components/ui/time-words';

const pronouns = { words: 'they', journeys: 'they', journey: 'it' } as const;

interface Props {
  readonly what: keyof typeof pronouns;
  readonly at: string;
  readonly release: number;
  readonly backHref: string;
}

/** Which moment is shown of what belongs to no release, and the way to today's. */
export function PastMoment({ what, at, release, backHref }: Props) {
  const plan = usePlan();
  return (
    <p className="text-base text-muted">
      {sentence(what, at, release, plan.headRelease)}
      {/* Without a release there is no bar that leads back. */}
      {release === 0 ? (
        <>
          {' '}
          <Link href={backHref} className="text-accent underline underline-offset-2">
            Back to current
          </Link>
        </>
      ) : null}
    </p>
  );
}

function sentence(what: Props['what'], at: string, release: number, headRelease: number): string {
  const then = `The ${what} as ${pronouns[what]} stood`;
  if (!/^\d+$/u.test(at)) return `${then} on ${dayOf(at)}.`;
  if (release === headRelease) return `Release and ${what} are the current ones.`;
  return release === 0 ? 'Before the first release.' : `${then} when release ${release} was made.`;
}

/** A day is one of UTC, as the address means it. */
function dayOf(at: string): string {
  return dayWords(new Date(at.length === 10 ? `${at}T12:00:00Z` : at), 'en-GB');
}
