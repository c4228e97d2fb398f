'use client';
import Link from 'next/link';
import { PersonChip } from '@/components/shared/person-chip';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Role } from '@/lib/domain/access/roles';
import { grouped } from '@/lib/kit/grouped';
import { AskedReviewers } from './asked-reviewers';
import { Checklist } from './checklist';
import { FindingExcuse } from './finding-excuse';
import { ImpactSection } from './impact-section';
import { RailSection } from './rail-section';
import { RequirementList } from './requirement-list';
import { SettledConflicts } from './settled-conflicts';
import { VerdictList } from './verdict-list';
import { activityWords, byRule, namesInRow } from './words';

/** Everything beside the diffs that a decision rests on. */
export function ReviewRail({ view, place }: { view: ChangeRequestView; place: PlanPlace }) {
  const { userId, role } = usePlan();
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <RequirementList view={view} userId={userId} />
      <Checklist view={view} place={place} />
      <VerdictList view={view} place={place} />
      <ImpactSection view={view} place={place} userId={userId} />
      <Findings view={view} userId={userId} />
      <AlsoOpen view={view} place={place} />
      <People view={view} place={place} userId={userId} role={role} />
      <Activity view={view} />
    </div>
  );
}

const findingsShown = 5;

function Findings({ view, userId }: { view: ChangeRequestView; userId: string }) {
  const isOpen = view.status !== 'merged' && view.status !== 'closed';
  const isContributor = view.contributors.some(({ id }) => id === userId);
  if (view.findings.length === 0) return null;
  return (
    <RailSection title="Conventions" aside={grouped(view.findings.length)}>
      {byRule(view.findings).map((group) => (
        <details key={group.rule} className="text-sm" open={group.isError}>
          <summary className="cursor-pointer">
            <span className="font-medium">{group.label}</span>{' '}
            <span className="text-subtle tabular-nums">{grouped(group.findings.length)}</span>{' '}
            {group.isError ? <Badge tone="removed">Error</Badge> : null}
          </summary>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {group.findings.slice(0, findingsShown).map((one) => (
              <li key={`${one.itemId} ${one.field} ${one.words}`} className="break-words">
                <span className="font-medium">{one.name}</span> <span className="text-muted">{one.words}</span>
                <FindingExcuse finding={one} isOpen={isOpen} isContributor={isContributor} />
              </li>
            ))}
            {group.findings.length > findingsShown ? (
              <li className="text-muted">And {group.findings.length - findingsShown} more.</li>
            ) : null}
          </ul>
        </details>
      ))}
    </RailSection>
  );
}

function AlsoOpen({ view, place }: { view: ChangeRequestView; place: PlanPlace }) {
  if (view.alsoOpen.length === 0) return null;
  const names = new Map(view.changes.map((row) => [row.itemId, row.name]));
  return (
    <RailSection title="Also being changed">
      <ul className="flex flex-col gap-2 text-sm">
        {view.alsoOpen.map((request) => (
          <li key={request.number} className="flex min-w-0 flex-col">
            <Link
              prefetch={false}
              className="break-words text-accent underline underline-offset-2"
              href={planHref(place, `change-requests/${request.number}`)}
            >
              #{request.number} {request.title}
            </Link>
            <span className="break-words text-muted">
              {namesInRow(request.itemIds.flatMap((id) => names.get(id) ?? []))}
            </span>
          </li>
        ))}
      </ul>
    </RailSection>
  );
}

interface PeopleProps {
  readonly view: ChangeRequestView;
  readonly place: PlanPlace;
  readonly userId: string;
  readonly role: Role;
}

function People({ view, place, userId, role }: PeopleProps) {
  return (
    <RailSection title="People">
      <dl className="flex flex-col gap-3 text-sm">
        <div className="flex flex-col gap-1">
          <dt className="text-subtle">Wrote it, so their approval does not count</dt>
          <dd className="flex flex-wrap gap-x-3 gap-y-1">
            {(view.contributors.length > 0 ? view.contributors : [view.author]).map((person) => (
              <Named key={person.id} person={person} isReader={person.id === userId} />
            ))}
          </dd>
        </div>
        {view.takenOverBy ? (
          <div className="flex flex-col gap-1">
            <dt className="text-subtle">Took it over</dt>
            <dd>
              <Named person={view.takenOverBy} isReader={view.takenOverBy.id === userId} />
            </dd>
          </div>
        ) : null}
        <div className="flex flex-col gap-1">
          <dt className="text-subtle">Asked to review</dt>
          <dd className="flex flex-col gap-1">
            <AskedReviewers view={view} place={place} userId={userId} role={role} />
          </dd>
        </div>
      </dl>
    </RailSection>
  );
}

function Named({ person, isReader }: { person: ChangeRequestView['author']; isReader: boolean }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <PersonChip name={person.name} />
      {isReader ? <span className="text-subtle">you</span> : null}
    </span>
  );
}

const activityShown = 12;

function Activity({ view }: { view: ChangeRequestView }) {
  const entries = view.activity.toReversed();
  const rest = entries.slice(activityShown);
  return (
    <RailSection title="Activity">
      <ActivityEntries entries={entries.slice(0, activityShown)} />
      {rest.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted">{rest.length} earlier</summary>
          <div className="mt-2">
            <ActivityEntries entries={rest} />
          </div>
        </details>
      ) : null}
    </RailSection>
  );
}

function ActivityEntries({ entries }: { entries: ChangeRequestView['activity'] }) {
  return (
    <ol className="flex flex-col gap-1.5 border-border border-l pl-3 text-sm">
      {entries.map((entry) => (
        <li key={entry.id} className="break-words text-muted">
          <span className="font-medium text-text">{entry.who}</span> {activityWords(entry.words)}{' '}
          <RelativeTime at={entry.at} className="whitespace-nowrap text-subtle" />
          {entry.settled.length > 0 ? <SettledConflicts settled={entry.settled} /> : null}
        </li>
      ))}
    </ol>
  );
}
