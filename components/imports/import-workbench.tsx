'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorBanner } from '@/components/ui/error-banner';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { useDelayedPending } from '@/components/ui/use-delayed-pending';
import { wordsFor } from '@/lib/client/http';
import { useDiscardImport } from '@/lib/client/imports';
import type { PlanPlace } from '@/lib/client/items';
import type { ImportView } from '@/lib/contracts/imports';
import type { Role } from '@/lib/domain/access/roles';
import { grouped } from '@/lib/kit/grouped';
import { CheckStep } from './check-step';
import { MapStep } from './map-step';
import { PreviewStep } from './preview-step';
import { importSteps, type StagedImport, useImport, useImportStep, useStaged } from './use-import';

interface Props {
  place: PlanPlace;
  role: Role;
  importId: string;
}

/** One import from its columns to a change request; the address keeps the step, the server all the rest. */
export function ImportWorkbench({ place, role, importId }: Props) {
  const view = useImport(place, importId);
  const staged = useStaged(place, view);
  const trail = <Link href={planHref(place, 'imports')}>Import</Link>;
  if (!staged) return <Finished place={place} view={view} />;
  return (
    <>
      <PageHeader
        title={view.fileName}
        trail={trail}
        state={<RowCount view={view} />}
        secondary={<CancelButton place={place} view={view} />}
      />
      <Steps place={place} role={role} staged={staged} />
    </>
  );
}

function RowCount({ view }: { view: ImportView }) {
  const events = view.summary?.counts.events ?? 0;
  return (
    <span className="text-muted text-sm tabular-nums">
      {grouped(view.rowCount)} rows · {grouped(events)} events
    </span>
  );
}

function Steps({ place, role, staged }: { place: PlanPlace; role: Role; staged: StagedImport }) {
  const [step, setStep] = useImportStep();
  const checking = useDelayedPending(staged.isChecking);
  const { view } = staged;
  const counts = view.summary?.counts;
  const changes = counts ? counts.added + counts.changed + counts.removed : undefined;
  const next = importSteps[importSteps.indexOf(step) + 1];
  return (
    <Tabs
      value={step}
      onValueChange={(value) => setStep(importSteps.find((one) => one === value) ?? 'map')}
      className="flex flex-col gap-2 px-4 py-3 lg:px-6"
    >
      <div className="flex flex-wrap items-center gap-4">
        <TabList aria-label="Steps of the import" className="flex-1">
          <Tab value="map">1. Map</Tab>
          <Tab value="check" count={view.findings.length}>
            2. Check
          </Tab>
          <Tab value="preview" count={changes}>
            3. Preview
          </Tab>
        </TabList>
        {next ? (
          <Button variant="primary" onClick={() => setStep(next)}>
            {next === 'check' ? 'Check the rows' : 'Preview the changes'}
          </Button>
        ) : null}
      </div>
      {checking ? <Progress label="Reading the file again" /> : null}
      {staged.error ? <ErrorBanner>{wordsFor(staged.error)}</ErrorBanner> : null}
      <TabPanel value="map">
        <MapStep staged={staged} />
      </TabPanel>
      <TabPanel value="check">
        <CheckStep place={place} role={role} staged={staged} />
      </TabPanel>
      <TabPanel value="preview">
        {view.summary ? (
          <PreviewStep place={place} view={view} summary={view.summary} isChecking={staged.isChecking} />
        ) : null}
      </TabPanel>
    </Tabs>
  );
}

function CancelButton({ place, view }: { place: PlanPlace; view: ImportView }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const discard = useDiscardImport(place, view.id);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Cancel import</Button>
      <AlertDialog
        open={open}
        onOpenChange={setOpen}
        title={`Cancel the import of “${view.fileName}”?`}
        consequence="The file and everything worked out from it are forgotten. The plan is not touched."
        confirmLabel="Cancel import"
        cancelLabel="Go on with it"
        pending={discard.isPending}
        onConfirm={() => discard.mutate(undefined, { onSuccess: () => router.push(planHref(place, 'imports')) })}
      />
    </>
  );
}

function Finished({ place, view }: { place: PlanPlace; view: ImportView }) {
  return (
    <>
      <PageHeader title={view.fileName} trail={<Link href={planHref(place, 'imports')}>Import</Link>} />
      {view.changeRequest === null ? (
        <EmptyState
          action={
            <Button asChild>
              <Link href={planHref(place, 'imports')}>Import a file</Link>
            </Button>
          }
        >
          This import did not come to its end.
        </EmptyState>
      ) : (
        <EmptyState
          action={
            <Button asChild variant="primary">
              <Link href={planHref(place, `change-requests/${view.changeRequest}`)}>
                Open change request #{view.changeRequest}
              </Link>
            </Button>
          }
        >
          This file became change request #{view.changeRequest}.
        </EmptyState>
      )}
    </>
  );
}
