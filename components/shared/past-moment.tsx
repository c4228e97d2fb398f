import Link from 'next/link';
import { usePlan } from '@/components/shared/plan-context';
import { asOfWords, isRelease } from './as-of-words';

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
  if (!isRelease(at)) return `${then} on ${asOfWords(at)}.`;
  if (release === headRelease) return `Release and ${what} are the current ones.`;
  return release === 0 ? 'Before the first release.' : `${then} when release ${release} was made.`;
}
