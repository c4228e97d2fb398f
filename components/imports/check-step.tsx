'use client';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { wordsFor } from '@/lib/client/http';
import { rejectedHref, useCreateImportTeams } from '@/lib/client/imports';
import type { PlanPlace } from '@/lib/client/items';
import type { Role } from '@/lib/domain/access/roles';
import type { Finding } from '@/lib/domain/transfer/finding';
import { counted, grouped } from '@/lib/kit/grouped';
import { FindingFix } from './finding-fix';
import type { StagedImport } from './use-import';

interface Props {
  place: PlanPlace;
  role: Role;
  staged: StagedImport;
}

const shownAtFirst = 30;
const tones = { error: 'removed', warning: 'changed', note: 'info' } as const;
const severityWords = { error: 'Left out', warning: 'Read as said', note: 'Good to know' } as const;

/** What could not be read as it stands, by cause, each settled once for all its rows. */
export function CheckStep({ place, role, staged }: Props) {
  const [all, setAll] = useState(false);
  const { view } = staged;
  const owners = view.findings.filter((finding) => finding.code === 'owner.unknown');
  const repeated = view.findings.filter((finding) => finding.code === 'event.name-repeated');
  const others = view.findings.filter(
    (finding) => finding.code !== 'owner.unknown' && finding.code !== 'event.name-repeated',
  );
  if (view.findings.length === 0) return <EmptyState>Every row can be read.</EmptyState>;
  const rejected = view.summary?.counts.rejectedRows ?? 0;
  return (
    <div className="flex flex-col gap-4">
      {rejected > 0 ? (
        <Callout
          tone="warning"
          title={`${counted(rejected, 'row is', 'rows are')} left out, wholly or in part`}
          action={
            <Button asChild size="toolbar">
              <a href={rejectedHref(place, view.id)} download>
                Download them with reasons
              </a>
            </Button>
          }
        >
          Mend them in the file and import it again: what is in the plan by then stays as it is.
        </Callout>
      ) : null}
      {owners.length > 0 ? (
        <Owners place={place} role={role} importId={view.id} names={view.summary?.missingTeams ?? []} />
      ) : null}
      <ul className="flex flex-col gap-2">
        {repeated.length > 0 ? <Repeated findings={repeated} /> : null}
        {(all ? others : others.slice(0, shownAtFirst)).map((finding) => (
          <li key={`${finding.code} ${finding.column} ${finding.value}`}>
            <FindingCard finding={finding} staged={staged} />
          </li>
        ))}
      </ul>
      {!all && others.length > shownAtFirst ? (
        <Button onClick={() => setAll(true)}>Show all {grouped(others.length)} causes</Button>
      ) : null}
    </div>
  );
}

function FindingCard({ finding, staged }: { finding: Finding; staged: StagedImport }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-border bg-raised px-3 py-2">
      <Badge tone={tones[finding.severity]}>{severityWords[finding.severity]}</Badge>
      <div className="flex min-w-0 flex-1 basis-72 flex-col">
        <p className="break-words text-base">{finding.words}</p>
        <p className="text-subtle text-sm">{places(finding)}</p>
      </div>
      <FindingFix finding={finding} staged={staged} />
    </div>
  );
}

function Repeated({ findings }: { findings: readonly Finding[] }) {
  const names = findings.map((finding) => finding.value).filter((name) => name !== null);
  const count = findings.reduce((sum, finding) => sum + finding.count, 0);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-border bg-raised px-3 py-2">
      <Badge tone="info">{severityWords.note}</Badge>
      <div className="flex min-w-0 flex-1 basis-72 flex-col">
        <p className="text-base">
          {grouped(findings.length)} names are used by {grouped(count)} events; the namespace keeps them apart
        </p>
        <p className="break-words text-subtle text-sm">
          {names.slice(0, 12).join(', ')}
          {names.length > 12 ? ' …' : ''}
        </p>
      </div>
    </li>
  );
}

function Owners({
  place,
  role,
  importId,
  names,
}: {
  place: PlanPlace;
  role: Role;
  importId: string;
  names: readonly string[];
}) {
  const create = useCreateImportTeams(place, importId);
  const words = `Create ${names.length} ${names.length === 1 ? 'team' : 'teams'}`;
  return (
    <>
      <Callout
        title={`${names.length} ${names.length === 1 ? 'owner is' : 'owners are'} unknown here`}
        action={
          <Button
            size="toolbar"
            pending={create.isPending}
            unavailable={role === 'admin' ? undefined : 'Only an admin can create teams'}
            onClick={() => create.mutate(names)}
          >
            {words}
          </Button>
        }
      >
        {names.slice(0, 12).join(', ')}
        {names.length > 12 ? ' and others' : ''}. Until there are teams of these names, each event keeps its owner as
        another fact.
      </Callout>
      {create.error ? <ErrorBanner>{wordsFor(create.error)}</ErrorBanner> : null}
    </>
  );
}

function places({ rows, count, column }: Finding): string {
  const shown = rows
    .slice(0, 8)
    .map((row) => grouped(row))
    .join(', ');
  const where = rows.length === 0 ? '' : `${rows.length === 1 ? 'Row' : 'Rows'} ${shown}${count > 8 ? ' …' : ''}`;
  return [where, column ? `column ${column}` : ''].filter((part) => part !== '').join(' · ');
}
