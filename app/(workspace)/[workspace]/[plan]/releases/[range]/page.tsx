import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { OpenEmergencies } from '@/components/change-requests/emergency/emergency-banner';
import { ComparisonView } from '@/components/releases/comparison-view';
import { ReleaseFacts } from '@/components/releases/release-facts';
import { ReleaseNotes } from '@/components/releases/release-notes';
import { RevertButton } from '@/components/releases/revert-button';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import type { Actor } from '@/lib/domain/access/actor';
import { requireActor } from '@/lib/features/auth/current-actor';
import { compareReleases } from '@/lib/features/releases/compare-releases';
import { readNotes } from '@/lib/features/releases/read-notes';
import { readRelease } from '@/lib/features/releases/read-release';

interface Props {
  params: Promise<{ workspace: string; plan: string; range: string }>;
}

const one = /^[1-9]\d{0,8}$/u;
const two = /^(\d{1,9})(?:\.\.|%2E%2E)(\d{1,9})$/iu;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { range } = await params;
  const pair = two.exec(range);
  return { title: pair ? `${pair[1]} to ${pair[2]} · Releases` : `Release ${range} · Releases` };
}

/** One release, or what lies between two: `/releases/8` and `/releases/8..12`. */
export default async function ReleasePage({ params }: Props) {
  const { workspace, plan, range } = await params;
  const actor = await requireActor(workspace);
  const pair = two.exec(range);
  if (pair) return <Between actor={actor} place={{ workspace, plan }} from={Number(pair[1])} to={Number(pair[2])} />;
  if (!one.test(range)) notFound();
  return <One actor={actor} place={{ workspace, plan }} number={Number(range)} />;
}

type Place = { readonly workspace: string; readonly plan: string };

async function One({ actor, place, number }: { actor: Actor; place: Place; number: number }) {
  const found = await readRelease(actor, { plan: place.plan, number });
  if (!found.ok) notFound();
  const { release, comparison } = found.value;
  const notes = await readNotes(actor, { plan: place.plan, number });
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4">
      <PageHeader
        trail={<Link href={planHref(place, 'releases')}>Releases</Link>}
        title={`Release ${number}: ${release.changeRequest.title}`}
        secondary={
          <>
            <RevertButton release={number} />
            <Button asChild>
              <Link href={`${planHref(place, 'events')}?at=${number}`}>Read the plan as it was</Link>
            </Button>
          </>
        }
      />
      <OpenEmergencies place={place} release={number} className="px-4 lg:px-6" />
      <ReleaseFacts place={place} release={release} />
      {notes.ok ? <ReleaseNotes release={number} first={notes.value} /> : null}
      <ComparisonView comparison={comparison} />
    </div>
  );
}

async function Between({ actor, place, from, to }: { actor: Actor; place: Place; from: number; to: number }) {
  const found = await compareReleases(actor, { plan: place.plan, from, to });
  if (!found.ok) notFound();
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4">
      <PageHeader
        trail={<Link href={planHref(place, 'releases')}>Releases</Link>}
        title={`From release ${from} to ${to}`}
        secondary={
          <Button asChild>
            <Link href={planHref(place, `releases/${to}..${from}`)}>Swap</Link>
          </Button>
        }
      />
      <ComparisonView comparison={found.value} />
    </div>
  );
}
